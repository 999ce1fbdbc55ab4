import { describe, expect, it } from 'vitest'
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
})
