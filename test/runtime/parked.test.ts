import { describe, expect, it } from 'vitest'
import { RefusedError, StoreError } from '../../src/errors/index.ts'
import { requirements } from '../../src/machine/index.ts'
import { defaultRetry } from '../../src/runtime/backoff.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { parkAfterOf } from '../../src/runtime/park-after.ts'
import { createParking } from '../../src/runtime/parking.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { type Call, type LifecycleEvent, pending, type ServiceAnswer } from '../../src/schemas/index.ts'
import { asP1, p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { eventually, manualEnvironment } from './manual-environment.ts'
import { escalation, rig, ticket } from './rig.ts'

const revived: LifecycleEvent = { type: 'order.revived', orderId: ticket }
const down = () => Promise.reject(Object.assign(new Error('down'), { code: 'HTTP_503' }))

/** A ticket whose service does this; each `work` is one attempt. */
async function ticketing(
  openTicket: (call: Call) => Promise<ServiceAnswer>,
  options: Parameters<typeof rig>[0] = {},
) {
  const own = await rig({ parkAfter: 3, ...options, services: { openTicket: (_, call) => openTicket(call) } })
  await own.tell(escalation)
  const work = async (times = 1) => {
    let drained = await own.runtime.drain()
    for (let n = 1; n < times; n += 1) {
      await own.environment.advance(defaultRetry.capMs)
      drained = await own.runtime.drain()
    }
    return drained
  }
  const due = async () => {
    const found = requirements(await own.record(), { at: own.clock.next(), actor: p1 })
    return [...found.currentlyDue, ...found.pastDue].filter(({ code }) => code === 'ORDER_PARKED')
  }
  const events = async () =>
    (await collect(own.runtime.journal('life-1', { ...asP1, after: 1 }))).flatMap(({ cause }) =>
      'type' in cause ? [cause] : [],
    )
  const status = async () => (await own.orders())[0]?.status
  return { ...own, work, due, events, status }
}

const stores = { memory: memoryStore, SQLite: () => sqliteStore(':memory:') }

describe.each(Object.entries(stores))('an order that failed too often (%s)', (_, open) => {
  it('that is only ever said to be on its way is somebody’s task once no result takes so long', async () => {
    const own = await ticketing(async () => pending({ retryAfter: 60 }), { store: open() })
    const pass = async (days: number) => {
      own.clock.tick(days * 86_400_000)
      await own.environment.advance(3_600_000)
      await own.work()
    }
    for (let day = 0; day < 10; day += 1) await pass(1)
    expect(await own.due()).toEqual([])
    await pass(1)
    expect(await own.due()).toMatchObject([{ owner: 'provider', ref: ticket }])
    expect((await own.events()).at(-1)).toMatchObject({ type: 'order.parked', code: 'PENDING' })
    expect(await own.status()).toBe('ordered')
  })

  it('is parked for everybody to see, and left alone', async () => {
    const { work, due, events, calls, status, record, runtime } = await ticketing(down, { store: open() })
    await work(2)
    expect(await events()).toEqual([])
    const { waiting } = await work(9)
    expect(calls).toHaveLength(3)
    expect(await events()).toMatchObject([
      { type: 'order.parked', orderId: ticket, code: 'HTTP_503', attempts: 3 },
    ])
    expect(waiting).toMatchObject([{ orderId: ticket, attempts: 3, lastErrorCode: 'HTTP_503', parked: true }])
    expect(await status()).toBe('ordered')
    expect((await record()).context.issues).toMatchObject([{ code: 'ORDER_PARKED', ref: ticket }])
    expect(await due()).toMatchObject([{ ref: ticket, owner: 'provider' }])
    expect(await runtime.audit()).toEqual([])
  })

  it('is tried again at once when it is revived, under its key, and gets as many attempts once more', async () => {
    let isDown = true
    const answer = () => (isDown ? down() : Promise.resolve([]))
    const { work, tell, calls, status, due, runtime } = await ticketing(answer, { store: open() })
    await work(4)
    await tell(revived)
    expect(await due()).toEqual([])
    await work(5)
    expect(calls).toHaveLength(6)
    expect(await due()).toHaveLength(1)
    isDown = false
    await tell(revived)
    expect(await work()).toMatchObject({ carriedOut: 1, waiting: [] })
    expect(await status()).toBe('confirmed')
    expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([ticket]))
    // what asks first whether an old key was used goes by this
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await runtime.audit()).toEqual([])
  })
})

describe('an order', () => {
  it.each<readonly [string, () => Promise<ServiceAnswer>, string]>([
    [
      'is refused for now',
      () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable: true })),
      'BUSY',
    ],
    ['is answered with nonsense', (async () => undefined) as never, 'ANSWER_REFUSED'],
    ['is thrown at with text', () => Promise.reject('down'), 'SERVICE_FAILED'],
  ])('that %s too often is parked too', async (_, openTicket, code) => {
    const { work, events } = await ticketing(openTicket)
    await work(5)
    expect((await events()).at(-1)).toMatchObject({ type: 'order.parked', code, attempts: 3 })
  })

  it('that was under way when its worker was told to stop has not failed', async () => {
    const controller = new AbortController()
    const { runtime, events, calls } = await ticketing(() => new Promise(() => {}), { parkAfter: 1 })
    const drained = runtime.drain({ signal: controller.signal })
    await eventually(() => expect(calls).toHaveLength(1))
    controller.abort()
    expect((await drained).waiting).toMatchObject([{ lastErrorCode: 'STOPPED', parked: false }])
    expect(await events()).toEqual([])
  })

  it('whose life the store could not give for a while is not parked for that', async () => {
    const store = memoryStore()
    let failing = 0
    const newest: typeof store.newest = async (id) => {
      if (failing === 1) {
        failing = 2
        throw new StoreError('unavailable')
      }
      return store.newest?.(id)
    }
    const { runtime, environment, events, status } = await ticketing(async () => [], {
      store: { ...store, newest },
    })
    for (let n = 0; n < 5; n += 1) {
      failing = 1
      await runtime.drain()
      expect(failing).toBe(2)
      await environment.advance(defaultRetry.capMs)
    }
    await runtime.drain()
    expect((await events()).map(({ type }) => type)).not.toContain('order.parked')
    expect(await status()).toBe('confirmed')
  })

  it('that is pending as often as it likes is not parked, and what fails between counts on', async () => {
    const { work, events, calls } = await ticketing(({ attempt }) =>
      [5, 9, 14].includes(attempt) ? down() : Promise.resolve(pending()),
    )
    await work(13)
    expect(await events()).toEqual([])
    await work(9)
    expect(calls).toHaveLength(14)
    expect((await events()).at(-1)).toMatchObject({ type: 'order.parked', attempts: 3 })
  })

  it('that fails after it was on its way for long is tried again as soon as any that failed for the first time', async () => {
    const { work, environment, calls } = await ticketing(({ attempt }) =>
      attempt === 12 ? down() : Promise.resolve(pending()),
    )
    await work(12)
    expect(calls).toHaveLength(12)
    await environment.advance(defaultRetry.baseMs)
    await work()
    expect(calls).toHaveLength(13)
  })

  it('of which every worker died is parked before it is called again', async () => {
    const { make, environment, calls, work, events } = await ticketing(() => new Promise(() => {}), {
      leaseMs: 5_000,
    })
    for (let n = 0; n < 3; n += 1) {
      // its time stands still for ever, as that of a process that was killed
      const dead = manualEnvironment()
      await dead.advance(environment.now() - dead.now())
      void make({ environment: dead, worker: `dead-${n}` }).drain()
      await eventually(() => expect(calls).toHaveLength(n + 1))
      await environment.advance(5_000)
    }
    await work()
    expect(calls).toHaveLength(3)
    expect((await events()).at(-1)).toMatchObject({ type: 'order.parked', code: 'NO_END' })
  })

  it('that takes sale away is never given up, unless that is wished', async () => {
    expect(parkAfterOf()).toMatchObject({ disableAcceptance: Number.POSITIVE_INFINITY, notify: 20 })
    expect(parkAfterOf({ notify: 3 })).toMatchObject({
      revokeKeys: Number.POSITIVE_INFINITY,
      notify: 3,
      payOut: 20,
    })
    expect(parkAfterOf(5)).toMatchObject({ disableAcceptance: 5, notify: 5 })
    const submit = () => expect.fail('It was parked.')
    const parking = createParking({ submit, now: () => '2026-03-20T09:00:00Z', parkAfter: parkAfterOf() })
    const work = {
      ...{ lifecycleId: 'life-1', orderId: ticket, worker: 'w1', attempt: 99, failures: 99 },
      ...({ kind: 'order', orderKind: 'disableAcceptance' } as const),
    }
    const lost = { code: 'PENDING', pendingSince: '2026-03-01T09:00:00Z' }
    expect(await parking.before(work)).toBeNull()
    expect(await parking.after(work, lost)).toBe(lost)
  })

  it.each([0, -1, Number.NaN, { notify: 0.5 }])(
    'is not parked after a number that is none: %s',
    (parkAfter) => {
      const make = () => createRuntime({ store: memoryStore(), services: silentServices, parkAfter })
      expect(make).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    },
  )
})
