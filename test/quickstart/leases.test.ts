import { memoryStore, type Store } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { describe, expect, it } from 'vitest'
import { leaseMs } from '../../examples/quickstart/acquirer/services.ts'
import { isInterrupted, lineUp } from '../../examples/quickstart/leases.ts'
import { openStage } from './stage.ts'

const now = '2026-03-02T09:00:00.000+08:00'
/** The order that has waited longest, of whatever kind. */
const claim = async (store: Store, at: number) => {
  const [first] = await store.waiting()
  const room = first ? { [first.kind]: 1 } : {}
  return store.claim({ worker: 'somebody', now: at, at: now, leaseUntil: at + leaseMs, room })
}

/** Some terminals of the portfolio are taken over with a hold, so there is something to carry out. */
const withOrders = async (store: Store): Promise<readonly string[]> => {
  await openStage('closure', { store }).import()
  const orders = (await store.waiting()).map(({ orderId }) => orderId)
  expect(orders.length).toBeGreaterThan(1)
  return orders
}

const stores = { memory: memoryStore, sqlite: () => sqliteStore(':memory:') }

describe.each(Object.entries(stores))('A run that died, with a store in %s,', (_, open) => {
  it('is noticed by an order that was tried and had no end, nor a failure', async () => {
    const store = open()
    await withOrders(store)
    expect(await isInterrupted(store, 'life-1', now)).toBe(false)
    const [work] = await claim(store, 0)
    expect(await isInterrupted(store, 'life-1', now)).toBe(true)
    if (work) await store.release(work, { retryAt: 0, errorCode: 'DOWN', failed: true })
    expect(await isInterrupted(store, 'life-1', now)).toBe(false)
  })

  it('leaves its order its old place', async () => {
    const store = open()
    await withOrders(store)
    const kinds = new Map((await store.waiting()).map(({ orderId, kind }) => [orderId, kind]))
    const [first] = await claim(store, 0)
    await lineUp(store, leaseMs)
    const [again] = await claim(store, leaseMs)
    const orderId = (work: typeof first) => (work?.kind === 'order' ? work.orderId : undefined)
    expect(orderId(again)).toBe([...kinds.keys()][0])
    expect(orderId(again)).toBe(orderId(first))
    const kind = kinds.get(orderId(first) ?? '')
    expect([...kinds.values()].filter((other) => other === kind).length).toBeGreaterThan(1)
  })
})

describe('A run that died', () => {
  it('is noticed by a deadline that came and was never told', async () => {
    const store = (due: string) => ({
      waiting: async () => [],
      timers: async () => [{ deadlineId: 'closureNotice', due }],
    })
    expect(await isInterrupted(store('2026-03-02T01:00:00Z'), 'life-1', now)).toBe(true)
    expect(await isInterrupted(store('2026-03-02T01:00:00.001Z'), 'life-1', now)).toBe(false)
  })
})
