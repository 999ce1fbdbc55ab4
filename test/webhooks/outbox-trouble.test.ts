import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import type { LifecycleChange, Runtime } from '../../src/runtime/index.ts'
import { type Deliveries, memoryDeliveries, type Sent } from '../../src/webhooks/index.ts'
import { eventually } from '../runtime/manual-environment.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { endpoint, movingEnvironment, ok, outboxRig, places, status } from './outbox-rig.ts'

/** A store of deliveries in which some calls of `standing` fail, and how long is rested after each. */
const troubled = async (fails: (nth: number) => boolean, random: () => number, until: number) => {
  const deliveries = memoryDeliveries()
  const [end, pollMs, paused] = [new AbortController(), 7, [] as number[]]
  let nth = 0
  const failing: Deliveries = {
    ...deliveries,
    standing: async (id) => {
      nth += 1
      if (fails(nth)) throw new StoreError('unavailable')
      return deliveries.standing(id)
    },
  }
  const environment = {
    ...movingEnvironment(random).environment,
    sleep: async (milliseconds: number) => {
      if (milliseconds !== pollMs && milliseconds < 30_000) paused.push(milliseconds)
      if (paused.length === until) end.abort()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
  const { outbox, told } = await outboxRig({ deliveries: failing, environment, pollMs })
  await outbox.run({ signal: end.signal })
  return { paused, told }
}

describe('a store of deliveries in trouble', () => {
  it('is asked again after pauses that double, up to twenty seconds', async () => {
    const { paused, told } = await troubled(
      () => true,
      () => 1,
      10,
    )
    expect(paused).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000])
    expect(told.failures).toHaveLength(10)
  })

  it('is asked soon again when it was well in between', async () => {
    const { paused } = await troubled(
      (nth) => nth !== 4,
      () => 1,
      5,
    )
    expect(paused).toEqual([100, 200, 400, 100, 200])
  })

  it('is never asked without any pause, whatever chance says', async () => {
    const { paused } = await troubled(
      () => true,
      () => 0,
      3,
    )
    expect(paused).toEqual([50, 50, 50])
  })
})

describe('an outbox that has much to read', () => {
  /** So many notes of one life, and an escalation at the end. */
  const feed = (count: number): Pick<Runtime, 'changes'> => ({
    async *changes(from) {
      const after = from === null ? 0 : Number(from.slice('life-1/'.length)) + 1
      for (let version = after; version <= count; version += 1) {
        const [type, cursor] = [version === count ? 'keys.removed' : 'note.recorded', `life-1/${version}`]
        const cause = { type, by: p1, at: 'x', seq: version }
        yield {
          cursor,
          lifecycleId: 'life-1',
          version,
          entry: { at: 'x', cause },
        } as unknown as LifecycleChange
      }
    },
  })
  const planning = async (count: number, differs: Partial<Parameters<typeof outboxRig>[0] & object> = {}) => {
    const deliveries = memoryDeliveries()
    const planned: (string | null)[] = []
    const plan: Deliveries['plan'] = (given) => {
      planned.push(given.to)
      return deliveries.plan(given)
    }
    const made = await outboxRig({ deliveries: { ...deliveries, plan }, runtime: feed(count), ...differs })
    return { ...made, deliveries, planned }
  }

  it('writes down a hundred changes at a time, and comes to what is wanted behind any number that is not', async () => {
    const endpoints = [endpoint({ eventTypes: ['keys.removed'] })]
    const { outbox, planned, posted } = await planning(250, { endpoints })
    expect(await outbox.drain()).toEqual({ delivered: 1, failed: 0 })
    expect(places(posted)).toEqual(['life-1/250'])
    expect(planned).toEqual(['life-1/99', 'life-1/199', 'life-1/250'])
  })

  it('lets a thousand wait where nothing else is said', async () => {
    const { outbox, deliveries } = await planning(1_050, { answer: () => status(500) })
    await outbox.drain()
    expect(await deliveries.standing('portal')).toMatchObject({ waiting: 1_000, cursor: 'life-1/999' })
  })

  it('writes down no more at a time than may wait', async () => {
    const { outbox, planned, posted } = await planning(5, { mostWaiting: 2 })
    expect(await outbox.drain()).toEqual({ delivered: 6, failed: 0 })
    // Two at first; then there is room for one whenever one has been sent.
    expect(planned).toEqual(['life-1/1', ...[2, 3, 4, 5].map((version) => `life-1/${version}`)])
    expect(new Set(places(posted)).size).toBe(6)
  })
})

describe('what a transport says', () => {
  const failureOf = async (sent: unknown) => {
    const { outbox } = await outboxRig({ answer: () => sent as Sent })
    await outbox.drain()
    const health = await outbox.health()
    return health.reachable ? health.endpoints[0]?.oldest?.lastFailure : undefined
  }

  it.each([
    ['ADDRESS_REFUSED', 'ADDRESS_REFUSED'],
    ['A_B', 'A_B'],
    [`A${'_'.repeat(40)}`, `A${'_'.repeat(40)}`],
    ['AB', 'TRANSPORT_FAILED'],
    [`A${'_'.repeat(41)}`, 'TRANSPORT_FAILED'],
    ['ECONNRESET 10.0.0.1', 'TRANSPORT_FAILED'],
    ['_AB', 'TRANSPORT_FAILED'],
    ['HTTP_500', 'TRANSPORT_FAILED'],
  ])('is kept where it is a code: %s', async (code, kept) => {
    expect(await failureOf({ kind: 'failed', code })).toBe(kept)
  })

  it.each([200, 204, 299])('counts with the status %i', async (code) => {
    const { outbox } = await outboxRig({ answer: () => status(code) })
    expect(await outbox.drain()).toEqual({ delivered: 1, failed: 0 })
  })

  it.each([199, 300, 410, 429, 503])('is kept as the status %i', async (code) => {
    expect(await failureOf(status(code))).toBe(`HTTP_${code}`)
  })

  it.each([
    [429, 1],
    [503, 1],
    [500, 2],
    [404, 2],
  ])('of waiting, with %i, is for this many deliveries of two: %i', async (code, sent) => {
    const { outbox, runtime, posted } = await outboxRig({
      answer: (_, nth) => (nth === 1 ? status(code, { retryAfter: '60' }) : ok),
      concurrency: 1,
    })
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    await outbox.drain()
    expect(posted).toHaveLength(sent)
  })

  it('of waiting is not shortened by another delivery that waits less', async () => {
    const waits = ['120', '60']
    const { outbox, runtime, advance, posted } = await outboxRig({
      answer: () => status(429, { retryAfter: waits.shift() ?? '0' }),
    })
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    await outbox.drain()
    expect(posted).toHaveLength(2)
    await advance(119_999)
    await outbox.drain()
    expect(posted).toHaveLength(2)
    await advance(1)
    await outbox.drain()
    expect(posted.length).toBeGreaterThan(2)
  })

  it('too late is a time limit', async () => {
    const { outbox, advance, posted, told } = await outboxRig({
      answer: () => new Promise<Sent>(() => undefined),
      leaseMs: 10_000,
    })
    const draining = outbox.drain()
    await eventually(() => expect(posted).toHaveLength(1))
    await advance(4_999)
    expect(told.failures).toEqual([])
    await advance(1)
    expect(await draining).toEqual({ delivered: 0, failed: 1 })
    expect(await outbox.health()).toMatchObject({ endpoints: [{ oldest: { lastFailure: 'TIMEOUT' } }] })
  })
})

it.each([
  ['a schedule that is no list', { schedule: 5_000 }, '/schedule', 'WRONG_TYPE'],
  ['a schedule of nothing', { schedule: [] }, '/schedule', 'REQUIRED'],
  ['a schedule of no times', { schedule: [0, -1] }, '/schedule/1', 'OUT_OF_RANGE'],
  ['ports that are no list', { callbacks: { ports: 8443 } }, '/callbacks/ports', 'WRONG_TYPE'],
  ['an option that there is not', { retries: 3 }, '/retries', 'UNKNOWN_FIELD'],
])('An outbox is not made with %s', async (_, options, path, code) => {
  const { make } = await outboxRig()
  expect(() => make(options as never)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', issues: [{ path, code }] }),
  )
})

it('An endpoint has four deliveries under way where nothing else is said', async () => {
  const { outbox, runtime, posted } = await outboxRig({ answer: () => new Promise<Sent>(() => undefined) })
  const ids = ['a', 'b', 'c', 'd', 'e']
  await runtime.openAll(ids.map((id) => ({ input: terminal({ lifecycleId: id, terminalId: id }) })))
  const end = new AbortController()
  const draining = outbox.drain({ signal: end.signal })
  await eventually(() => expect(posted).toHaveLength(4))
  end.abort()
  await draining
  expect(posted).toHaveLength(4)
})

it('An endpoint is disabled by its first failure where no time is given to it', async () => {
  const { outbox, told } = await outboxRig({ answer: () => status(500), disableAfterMs: 0 })
  await outbox.drain()
  expect(told.disabled).toEqual([{ endpointId: 'portal', reason: 'failing' }])
})

it('An endpoint has a name of a hundred characters at most', async () => {
  const { make } = await outboxRig()
  const named = (id: string) => () => make({ endpoints: [endpoint({ id })] })
  expect(named('p'.repeat(100))).not.toThrow()
  expect(named('p'.repeat(101))).toThrow(
    expect.objectContaining({ issues: [{ path: '/endpoints/0/id', code: 'INVALID_FORMAT' }] }),
  )
})
