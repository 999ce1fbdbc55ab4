import { describe, expect, it } from 'vitest'
import { RefusedError } from '../../src/errors/index.ts'
import { afterFailure, type Breaker, closed, defaultBreaker, through } from '../../src/runtime/breaker.ts'
import { type LifecycleEvent, pending, type ServiceAnswer } from '../../src/schemas/index.ts'
import { eventually, manualEnvironment } from './manual-environment.ts'
import { escalation, rig } from './rig.ts'

const policy = { failures: 3, baseMs: 1_000, capMs: 3_000 }
const failing = (times: number, breaker: Breaker, now: number): Breaker =>
  times === 0 ? breaker : failing(times - 1, afterFailure(breaker, policy, now, 0.5), now)

describe('a breaker', () => {
  it('lets everything through until so many failures in a row', () => {
    expect(through(failing(2, closed, 0), 4, 2, 0)).toBe(4)
    expect(through(failing(3, closed, 0), 4, 0, 0)).toBe(0)
  })

  it('lets one through when its pause is over, and no second while that is under way', () => {
    const open = failing(3, closed, 0)
    expect(through(open, 4, 0, 749)).toBe(0)
    expect(through(open, 4, 0, 750)).toBe(1)
    expect(through(open, 3, 1, 750)).toBe(0)
    expect(through(open, 0, 0, 750)).toBe(0)
  })

  it('doubles its pause with each try that fails, to a bound, and never halves it more than once by chance', () => {
    let breaker = failing(3, closed, 0)
    const pauses = [breaker.until]
    for (let tries = 0; tries < 3; tries += 1) {
      const now = breaker.until ?? 0
      breaker = afterFailure(breaker, policy, now, 0.5)
      pauses.push((breaker.until ?? 0) - now)
    }
    expect(pauses).toEqual([750, 1_500, 2_250, 2_250])
    expect(afterFailure(failing(2, closed, 0), policy, 0, 0).until).toBe(500)
    expect(afterFailure(failing(2, closed, 0), policy, 0, 1 - Number.EPSILON).until).toBe(1_000)
  })

  it('is not prolonged by what was under way when it opened', () => {
    expect(failing(6, closed, 0).until).toBe(failing(3, closed, 0).until)
  })
})

const down = () => Promise.reject(new Error('down'))
const stolen: LifecycleEvent = { type: 'hold.placed', holdId: 'h', code: 'RULE_VIOLATION' }

/** Tickets whose service does this, and six of them ordered. */
async function ticketing(openTicket: () => Promise<ServiceAnswer>, breaker: object = policy) {
  const own = await rig({ breaker, pollMs: 600_000, services: { openTicket } })
  for (let n = 0; n < 6; n += 1) await own.tell(escalation)
  const tickets = () => own.calls.filter(({ kind }) => kind === 'openTicket').length
  const told = () =>
    own.failures.filter(({ error }) => (error as { code?: string }).code === 'SERVICE_FAILED')
  return { ...own, tickets, told }
}

describe('a service that fails again and again', () => {
  it('is left alone but for one try at a time, is told once, and shows', async () => {
    const { runtime, environment, tickets, told } = await ticketing(down)
    const { breakers } = await runtime.drain()
    const begun = tickets()
    expect(begun).toBeLessThan(7)
    expect(breakers).toEqual([
      { kind: 'openTicket', failures: begun, until: new Date(1_001_000).toISOString() },
    ])
    await environment.advance(999)
    await runtime.drain()
    expect(tickets()).toBe(begun)
    await environment.advance(1)
    await runtime.drain()
    expect(tickets()).toBe(begun + 1)
    await environment.advance(2_000)
    const drained = await runtime.drain()
    expect(await runtime.health()).toMatchObject({ breakers: drained.breakers })
    expect(tickets()).toBe(begun + 2)
    expect(told()).toMatchObject([{ error: { kind: 'openTicket' } }])
  })

  it('has all its orders carried out once the one try succeeds', async () => {
    let isDown = true
    const { runtime, environment, orders } = await ticketing(() => (isDown ? down() : Promise.resolve([])))
    await runtime.drain()
    isDown = false
    await environment.advance(20_000)
    expect(await runtime.drain()).toMatchObject({ waiting: [], breakers: [] })
    expect((await orders()).map(({ status }) => status)).toEqual(Array(6).fill('confirmed'))
  })

  it('holds up no other kind', async () => {
    const { runtime, tell, calls } = await ticketing(down)
    await runtime.drain()
    await tell(stolen)
    await runtime.drain()
    const kinds = new Set(calls.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['disableAcceptance', 'notify', 'readStatus']))
  })

  it('is waited for by a run, and no longer than its pause', async () => {
    const { runtime, environment, tickets } = await ticketing(down)
    const controller = new AbortController()
    const ended = runtime.run({ signal: controller.signal })
    await eventually(() => expect(tickets()).toBeGreaterThan(2))
    const begun = tickets()
    await eventually(async () => {
      await environment.advance(100)
      expect(tickets()).toBe(begun + 1)
    })
    controller.abort()
    await ended
  })

  it.each<readonly [string, () => Promise<ServiceAnswer>]>([
    ['refuses for good', () => Promise.reject(new RefusedError({ refusal: 'NO' }))],
    ['refuses for now', () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable: true }))],
    ['has not ended', async () => pending()],
    ['answers with nonsense', (async () => undefined) as never],
  ])('is none that %s', async (_, openTicket) => {
    const { runtime, environment, tickets } = await ticketing(openTicket)
    for (let n = 0; n < 3; n += 1) {
      expect((await runtime.drain()).breakers).toEqual([])
      await environment.advance(1_000)
    }
    expect(tickets()).toBeGreaterThan(5)
  })

  it('is called at once where it takes sale away, and is told all the same', async () => {
    const { runtime, tell, calls, environment, failures } = await rig({
      breaker: { failures: 2 },
      retry: { capMs: 100 },
      services: { disableAcceptance: down },
    })
    await tell(stolen)
    for (let n = 0; n < 5; n += 1) {
      await runtime.drain()
      await environment.advance(100)
    }
    expect(calls.filter(({ kind }) => kind === 'disableAcceptance')).toHaveLength(5)
    expect((await runtime.drain()).breakers).toMatchObject([{ kind: 'disableAcceptance', until: null }])
    expect(failures).toContainEqual({ error: expect.objectContaining({ kind: 'disableAcceptance' }) })
  })

  it('is none where an answer came between, be it that it has no time', async () => {
    let attempts = 0
    const busy = () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable: true }))
    const { runtime, tell, environment } = await rig({
      breaker: { failures: 3 },
      services: { openTicket: () => (++attempts === 3 ? busy() : down()) },
    })
    await tell(escalation)
    for (const tried of [1, 2, 3, 4, 5]) {
      expect((await runtime.drain()).breakers).toEqual([])
      expect(attempts).toBe(tried)
      await environment.advance(20_000)
    }
    expect((await runtime.drain()).breakers).toMatchObject([{ failures: 3 }])
  })

  it('is waited for in peace while the one try is under way', async () => {
    let isHanging = false
    const openTicket = (): Promise<ServiceAnswer> => (isHanging ? new Promise(() => {}) : down())
    const { runtime, tell, environment, calls } = await rig({
      ...{ breaker: { failures: 1 }, pollMs: 600_000, services: { openTicket } },
    })
    await tell(escalation)
    const controller = new AbortController()
    const ended = runtime.run({ signal: controller.signal })
    await eventually(() => expect(calls).toHaveLength(1))
    isHanging = true
    await eventually(async () => {
      await environment.advance(1_000)
      expect(calls).toHaveLength(2)
    })
    await eventually(() => expect(environment.sleepers.size).toBe(2))
    for (const { until } of environment.sleepers) expect(until - environment.now()).toBeGreaterThan(1)
    controller.abort()
    await ended
  })

  it('is not said to work by an order of which every worker died, and which nobody is called for', async () => {
    let isDying = true
    const openTicket = (): Promise<ServiceAnswer> => (isDying ? new Promise(() => {}) : down())
    const { runtime, tell, make, environment, calls } = await rig({
      breaker: { failures: 1 },
      ...{ parkAfter: 1, leaseMs: 300, services: { openTicket } },
    })
    await tell(escalation)
    // its time stands still for ever, as that of a process that was killed
    const dead = manualEnvironment()
    void make({ environment: dead, worker: 'dead' }).drain()
    await eventually(() => expect(calls).toHaveLength(1))
    isDying = false
    await tell(escalation)
    await runtime.drain()
    await environment.advance(1_000)
    const { waiting, breakers } = await runtime.drain()
    expect(waiting).toMatchObject([{ lastErrorCode: 'NO_END' }, {}])
    expect(calls).toHaveLength(2)
    expect(breakers).toMatchObject([{ kind: 'openTicket', failures: 1 }])
  })

  it('is never left alone where nobody wants it', async () => {
    const { runtime } = await ticketing(down, { failures: Number.POSITIVE_INFINITY })
    expect((await runtime.drain()).breakers).toEqual([])
    expect(defaultBreaker.capMs).toBeLessThanOrEqual(300_000)
  })
})
