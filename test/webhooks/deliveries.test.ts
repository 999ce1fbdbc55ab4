import { describe, expect, it } from 'vitest'
import {
  type ClaimedDelivery,
  type Deliveries,
  memoryDeliveries,
  type PlannedDelivery,
} from '../../src/webhooks/index.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'

const stores: readonly (readonly [string, () => Deliveries])[] = [
  ['in memory', memoryDeliveries],
  ['in SQLite', () => sqliteDeliveries(':memory:')],
]

/** `a1`: version 1 of life a. */
const planned = (name: string): PlannedDelivery => ({
  id: `id-${name}`,
  lifecycleId: name.slice(0, 1),
  version: Number(name.slice(1)),
  body: `body of ${name}`,
})

const namesOf = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ id }) => id.slice(3))

/** One store with the deliveries planned, and short words for what is done to it. */
async function storeWith(open: () => Deliveries, ...names: readonly string[]) {
  const store = open()
  const plan = (from: string | null, to: string, ...more: readonly string[]) =>
    store.plan({ endpointId: 'e', from, to, deliveries: more.map(planned), now: 100 })
  if (names.length > 0) await plan(null, 'c1', ...names)
  const claim = (now: number, { worker = 'w1', limit = 99, leaseMs = 50 } = {}) =>
    store.claim({ endpointId: 'e', worker, now, leaseUntil: now + leaseMs, limit })
  const fail = (delivery: ClaimedDelivery | undefined, retryAt: number, more: object = {}) =>
    delivery
      ? store.settle(delivery, { outcome: 'failed', now: 200, retryAt, code: 'HTTP_500', ...more })
      : expect.fail('nothing was claimed')
  return { store, plan, claim, fail, standing: () => store.standing('e') }
}

describe.each(stores)('deliveries %s', (_, open) => {
  it('know nothing of an endpoint at first', async () => {
    const { standing, claim, store } = await storeWith(open)
    const nothing = { cursor: null, disabled: null, failingSince: null, waiting: 0, oldest: null, givenUp: 0 }
    expect(await standing()).toEqual(nothing)
    expect(await claim(100)).toEqual([])
    expect(await store.next('e')).toBeNull()
    await store.close()
  })

  it('move the cursor with what is planned, and only from where it is', async () => {
    const { plan, standing } = await storeWith(open, 'a1')
    expect(await plan(null, 'c9', 'a9')).toBe(false)
    expect(await plan('c0', 'c9', 'a9')).toBe(false)
    expect(await standing()).toMatchObject({ cursor: 'c1', waiting: 1 })
    expect(await plan('c1', 'c2')).toBe(true)
    expect(await standing()).toMatchObject({ cursor: 'c2', waiting: 1 })
  })

  it('keep what waits as it is when it is planned again', async () => {
    const { plan, standing, store, claim, fail } = await storeWith(open, 'a1')
    await fail((await claim(100))[0], 500)
    await store.rewind('e', null)
    expect(await plan(null, 'c1', 'a1', 'a2')).toBe(true)
    expect(await standing()).toMatchObject({ waiting: 2, oldest: { version: 1, failures: 1 } })
  })

  it('are kept apart by endpoint', async () => {
    const { store, standing } = await storeWith(open, 'a1')
    await store.plan({ endpointId: 'f', from: null, to: 'c7', deliveries: [planned('a1')], now: 100 })
    await store.disable('f', 'gone')
    expect(await standing()).toMatchObject({ cursor: 'c1', disabled: null, waiting: 1 })
    expect(await store.standing('f')).toMatchObject({ cursor: 'c7', disabled: 'gone', waiting: 1 })
  })

  it('are claimed oldest first, one of a life, no more than asked for', async () => {
    const { claim, store } = await storeWith(open, 'a1', 'a2', 'b1', 'c1', 'b2')
    const claimed = await claim(100, { limit: 2 })
    expect(claimed).toEqual([
      { ...planned('a1'), endpointId: 'e', worker: 'w1', claim: 1, failures: 0 },
      { ...planned('b1'), endpointId: 'e', worker: 'w1', claim: 1, failures: 0 },
    ])
    expect(namesOf(await claim(100))).toEqual(['c1'])
    expect(await claim(149)).toEqual([])
    expect(await store.next('e')).toBe(150)
  })

  it('are nobody else’s before the lease has run out, and then no longer the first one’s', async () => {
    const { claim, store, standing } = await storeWith(open, 'a1')
    const [first] = await claim(100)
    expect(await claim(149, { worker: 'w2' })).toEqual([])
    const [second] = await claim(150, { worker: 'w2' })
    if (!first || !second) throw new Error('nothing was claimed')
    expect(second).toMatchObject({ id: first.id, worker: 'w2', claim: 2 })
    expect(await store.settle(first, { outcome: 'delivered' })).toBe(false)
    expect(await standing()).toMatchObject({ waiting: 1 })
    expect(await store.settle(second, { outcome: 'delivered' })).toBe(true)
    expect(await store.settle(second, { outcome: 'delivered' })).toBe(false)
    expect(await standing()).toMatchObject({ waiting: 0, oldest: null })
  })

  it('are told apart by claim where the same worker took one twice', async () => {
    const { claim, store } = await storeWith(open, 'a1')
    const [first] = await claim(100)
    const [second] = await claim(150)
    if (!first || !second) throw new Error('nothing was claimed')
    expect(await store.settle(first, { outcome: 'released' })).toBe(false)
    expect(await store.settle(second, { outcome: 'released' })).toBe(true)
    expect(namesOf(await claim(150))).toEqual(['a1'])
  })

  it('wait after a failure, and let later ones of the life pass after the third', async () => {
    const { claim, fail, store } = await storeWith(open, 'a1', 'a2')
    for (const now of [100, 300]) {
      expect(namesOf(await claim(now, { limit: 0 }))).toEqual([])
      await fail((await claim(now))[0], now + 200)
      expect(await claim(now + 199)).toEqual([])
      expect(await store.next('e')).toBe(now + 200)
    }
    await fail((await claim(500))[0], 9_000)
    expect(await store.next('e')).toBe(100)
    expect(namesOf(await claim(600))).toEqual(['a2'])
  })

  it('are all put off where the receiver wants to be left alone', async () => {
    const { claim, fail, store, standing } = await storeWith(open, 'a1', 'b1')
    await fail((await claim(100, { limit: 1 }))[0], 200, { holdUntil: 5_000 })
    expect(await claim(4_999)).toEqual([])
    expect(await store.next('e')).toBe(5_000)
    expect(await standing()).toMatchObject({ failingSince: 200 })
    expect(namesOf(await claim(5_000))).toEqual(['a1', 'b1'])
  })

  it('remember since when nothing gets through', async () => {
    const { claim, fail, store, standing } = await storeWith(open, 'a1', 'b1')
    await fail((await claim(100, { limit: 1 }))[0], 500)
    const [a, b] = await claim(500)
    await fail(a, 900, { now: 600 })
    expect(await standing()).toMatchObject({
      failingSince: 200,
      oldest: { failures: 2, lastFailure: 'HTTP_500' },
    })
    if (b) await store.settle(b, { outcome: 'delivered' })
    expect(await standing()).toMatchObject({ failingSince: null, waiting: 1 })
  })

  it('are not tried again once they are given up, unless they are planned again', async () => {
    const { claim, fail, plan, store, standing } = await storeWith(open, 'a1', 'a2')
    await fail((await claim(100))[0], 0, { outcome: 'givenUp' })
    expect(namesOf(await claim(900))).toEqual(['a2'])
    expect(await standing()).toMatchObject({ waiting: 1, givenUp: 1, oldest: { version: 2 } })
    await store.rewind('e', 'c0')
    expect(await standing()).toMatchObject({ waiting: 1, givenUp: 1 })
    await plan('c0', 'c1', 'a1')
    expect(await standing()).toMatchObject({ waiting: 2, givenUp: 0 })
  })

  it('that were given up are forgotten when everything is planned again, and those of nobody else are', async () => {
    const { claim, fail, plan, store, standing } = await storeWith(open, 'a1', 'a2')
    await store.plan({ endpointId: 'f', from: null, to: 'c1', deliveries: [planned('a1')], now: 100 })
    const [other] = await store.claim({ endpointId: 'f', worker: 'w1', now: 100, leaseUntil: 150, limit: 1 })
    for (const delivery of [other, ...(await claim(100))]) await fail(delivery, 0, { outcome: 'givenUp' })
    await store.rewind('e', null)
    expect(await standing()).toMatchObject({ cursor: null, waiting: 1, givenUp: 0 })
    expect(await store.standing('f')).toMatchObject({ givenUp: 1 })
    await plan(null, 'c1', 'a2')
    expect(await standing()).toMatchObject({ waiting: 1, givenUp: 0 })
  })

  it('that are being sent when all is to be sent again are sent once more, whatever becomes of the attempt', async () => {
    for (const settlement of [
      { outcome: 'delivered' },
      { outcome: 'givenUp', now: 200, retryAt: 0, code: 'HTTP_500' },
    ] as const)
      for (const cursor of [null, 'c0']) {
        const { claim, plan, store, standing } = await storeWith(open, 'a1', 'b1')
        const [a1, b1] = await claim(100, { worker: 'w1' })
        if (!a1 || !b1) expect.fail('nothing was claimed')
        await store.rewind('e', cursor)
        // the other worker plans and claims while the first one still waits for an answer
        expect(await plan(cursor, 'c1', 'a1', 'b1')).toBe(true)
        expect(namesOf(await claim(101, { worker: 'w2', limit: 1 }))).toEqual(['a1'])
        for (const delivery of [a1, b1]) expect(await store.settle(delivery, settlement)).toBe(false)
        expect(await standing()).toMatchObject({ waiting: 2, givenUp: 0, failingSince: null })
        expect(namesOf(await claim(102, { worker: 'w1' }))).toEqual(['b1'])
        await store.close()
      }
  })

  it('of a disabled endpoint are neither planned nor claimed; enabled, they are due at once', async () => {
    const { claim, fail, plan, store, standing } = await storeWith(open, 'a1')
    await fail((await claim(100))[0], 9_000, { holdUntil: 9_000 })
    expect([await store.disable('e', 'failing'), await store.disable('e', 'gone')]).toEqual([true, false])
    expect(await plan('c1', 'c2', 'a2')).toBe(false)
    expect([await claim(10_000), await store.next('e')]).toEqual([[], null])
    expect(await standing()).toMatchObject({ disabled: 'failing', waiting: 1, cursor: 'c1' })
    await store.enable('e', 300)
    expect(await standing()).toMatchObject({ disabled: null, failingSince: null, oldest: { failures: 0 } })
    expect(namesOf(await claim(300))).toEqual(['a1'])
  })

  it('can be disabled before anything was planned', async () => {
    const { store, plan } = await storeWith(open)
    expect(await store.disable('e', 'gone')).toBe(true)
    expect(await plan(null, 'c1', 'a1')).toBe(false)
  })
})
