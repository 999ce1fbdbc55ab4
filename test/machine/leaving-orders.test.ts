import { describe, expect, it } from 'vitest'
import { mostEnded } from '../../src/domain/index.ts'
import { isEndedOrder } from '../../src/machine/facts/orders.ts'
import { orders } from '../../src/machine/leaving/orders.ts'
import type { LifecycleContext } from '../../src/machine/shape/context.ts'
import type { Order } from '../../src/schemas/index.ts'
import { approved, run } from '../support/closure.ts'
import { openPlay } from '../support/play.ts'

const later = '2027-03-02T10:00:00+08:00'
const leftOf = (context: LifecycleContext) => Object.keys(orders(context, later))
const asEnded = (order: Order, orderId: string): Order => ({ ...order, orderId, status: 'confirmed' })

/** A closure that has begun, with nothing but these orders and no clock. */
const withOrders = async (given: (stop: Order) => readonly Order[]): Promise<LifecycleContext> => {
  const world = openPlay()
  await run(world, approved)
  const context = await world.context()
  const stop = Object.values(context.orders).find(({ kind }) => kind === 'disableAcceptance')
  if (!stop) throw new Error('sale was not ordered off')
  const own = Object.fromEntries(given(stop).map((order) => [order.orderId, order]))
  return { ...context, deadlines: {}, orders: own }
}

describe('an order that has ended', () => {
  it('stays while its result is waited for, although no clock runs', async () => {
    const context = await withOrders((stop) => [asEnded(stop, 'life-1/1/0')])
    expect(leftOf(context)).toEqual(['life-1/1/0'])
    const read = { ...context.status, acceptance: 'off', readAt: later } as const
    expect(leftOf({ ...context, status: read })).toEqual([])
  })

  it('stays while a ticket about it is open', async () => {
    const ticket = (stop: Order, status: Order['status']): Order => ({
      ...{ orderId: 'life-1/2/0', kind: 'openTicket', status, orderedAt: stop.orderedAt, claimed: false },
      params: { department: 'operations', topic: 'order_failed', ref: 'life-1/1/0' },
    })
    const about = async (status: Order['status']) => {
      const context = await withOrders((stop) => [asEnded(stop, 'life-1/1/0'), ticket(stop, status)])
      const read = { ...context.status, acceptance: 'off', readAt: later } as const
      return leftOf({ ...context, status: read })
    }
    expect(await about('ordered')).toEqual(['life-1/1/0', 'life-1/2/0'])
    expect(await about('confirmed')).toEqual([])
  })

  it('stays as the notice of a proposal, whatever became of it, for as long as that stands', async () => {
    const notice = (stop: Order, n: number, ref: string | null) =>
      ({
        ...{ orderId: `life-1/${n}/0`, kind: 'notify', status: 'cancelled', claimed: false },
        ...{ orderedAt: stop.orderedAt },
        params: { template: 'closure_proposed', audience: 'merchant', phase: 'before', ref },
      }) as unknown as Order
    const context = await withOrders((stop) => [
      ...[notice(stop, 1, 'proposal-1'), notice(stop, 2, 'proposal-2')],
      ...Array.from({ length: mostEnded }, (_, n) => notice(stop, n + 3, null)),
    ])
    const proposal = { proposalId: 'proposal-1' } as LifecycleContext['proposal']
    expect(leftOf({ ...context, proposal }).slice(0, 2)).toEqual(['life-1/1/0', 'life-1/3/0'])
    expect(leftOf(context)[0]).toBe('life-1/3/0')
  })

  it('leaves as the oldest of the notices, and not where it is asked about as long as there is a record', async () => {
    const notice = (stop: Order, orderId: string) =>
      ({
        ...{ orderId, kind: 'notify', status: 'confirmed', orderedAt: stop.orderedAt, claimed: false },
        params: { template: 'restriction_lifted', audience: 'merchant', phase: 'past', ref: null },
      }) as unknown as Order
    const notices = Array.from({ length: mostEnded + 1 }, (_, n) => `life-1/${n + 2}/0`)
    const left = async (given: readonly string[]) =>
      leftOf(
        await withOrders((stop) => [
          { ...asEnded(stop, 'life-1/1/0'), kind: 'unbind', params: { serial: 'SN-1' } } as Order,
          ...given.map((orderId) => notice(stop, orderId)),
        ]),
      )
    expect(await left(notices.slice(1))).toEqual(['life-1/1/0', ...notices.slice(1)])
    expect(await left(notices)).toEqual(['life-1/1/0', ...notices.slice(1)])
  })
})

describe('the name of an order that is in the record no more', () => {
  const tag = 'abcdefghijklmnopabcd'
  it.each([
    ['life-1/3/0', true],
    ['life-1/4/0', false],
    [`life-1/${tag}/0`, true],
    [`life-1/${tag}/1234567`, true],
    [`life-2/${tag}/0`, false],
    [`life-1/${tag}`, false],
    [`life-1/${tag}/0/0`, false],
    [`life-1/${tag}/x`, false],
    [`life-1/${tag}q/0`, false],
    [`life-1/${tag.toUpperCase()}/0`, false],
    ['life-1//0', false],
  ])('is told from any other reference: %s', async (orderId, isOne) => {
    const context = await withOrders(() => [])
    expect(isEndedOrder(context, { orderId, seq: 4 })).toBe(isOne)
  })

  it('is not the name of one that is there', async () => {
    const orderId = `life-1/${tag}/0`
    const context = await withOrders((stop) => [asEnded(stop, orderId)])
    expect(isEndedOrder(context, { orderId, seq: 4 })).toBe(false)
  })
})
