import type { Order, OrderKind, OrderStatus } from '../../schemas/index.ts'
import { items } from '../facts/kit.ts'
import type { Turn } from './turn.ts'

/** What an order stood for, given back to its ledger when the order ends without an effect. */
const release = (turn: Turn, order: Order, status: 'failed' | 'cancelled'): void => {
  if (order.kind === 'payOut') {
    const { payouts } = turn.context
    const payout = payouts[order.orderId]
    if (payout) turn.put('payouts', order.orderId, { ...payout, excess: 0, status })
  }
  if (order.kind === 'refundDeposit') {
    const deposit = turn.context.deposits[order.params.depositId]
    const refund = deposit?.refunds[order.orderId]
    if (deposit && refund)
      turn.update('deposits', deposit.depositId, {
        refunds: { ...deposit.refunds, [order.orderId]: { ...refund, excess: 0, status } },
      })
  }
  if (order.kind === 'eraseDevice' && turn.context.devices[order.params.serial]?.erasure === 'authorised')
    turn.update('devices', order.params.serial, { erasure: status === 'failed' ? 'failed' : 'none' })
  if (order.kind === 'unbind' && turn.context.devices[order.params.serial]?.binding === 'unbindingOrdered')
    turn.update('devices', order.params.serial, { binding: 'bound' })
}

/** Nobody waits for the reading of an order that is not given any more, nor of one that leaves sale alone. */
const stopWaiting = (turn: Turn, order: Order, status: OrderStatus): void => {
  if (order.kind !== 'disableAcceptance') return
  const proves = order.params.capabilities.includes('sale')
  if (status === 'failed' || (status === 'confirmed' && proves)) return
  turn.cancel('disableConfirmDue', order.orderId)
  turn.cancel('disableConfirmDue.urgent', order.orderId)
}

/** Tried again, or ended: nobody waits for a person any more. */
export const unparked = ({ parked: _, ...order }: Order): Order => order as Order

/** The one status table of all orders: ordered → confirmed | failed | cancelled. */
export const endOrder = (
  turn: Turn,
  orderId: string | undefined,
  status: Exclude<OrderStatus, 'ordered'>,
): void => {
  const order = orderId === undefined ? undefined : turn.context.orders[orderId]
  if (order?.status !== 'ordered') return
  turn.put('orders', order.orderId, { ...unparked(order), status } as Order)
  turn.drop('refusedAnswers', order.orderId)
  stopWaiting(turn, order, status)
  if (status !== 'confirmed') release(turn, order, status)
}

/** What was accepted turned out badly after all: its amount, its erasure, its unbinding are free again. */
export const failAfterAll = (turn: Turn, order: Order): void => {
  turn.put('orders', order.orderId, { ...order, status: 'failed' })
  release(turn, order, 'failed')
}

/** A fact answers the orders that asked for it, whoever brought it. */
export const answerOrders = (turn: Turn, kind: OrderKind, test: (order: Order) => boolean): void => {
  for (const order of items(turn.context.orders))
    if (order.kind === kind && order.status === 'ordered' && test(order))
      endOrder(turn, order.orderId, 'confirmed')
}

/** Orders about one device. */
export const aboutDevice =
  (serial: string) =>
  ({ params }: Order): boolean =>
    'serial' in params && params.serial === serial

/** Cancels what nobody has begun; an order that a worker has claimed ends by its result. */
export const cancelUnclaimed = (
  turn: Turn,
  kind: OrderKind,
  test: (order: Order) => boolean = () => true,
): void => {
  for (const order of items(turn.context.orders))
    if (order.kind === kind && order.status === 'ordered' && !order.claimed && test(order))
      endOrder(turn, order.orderId, 'cancelled')
}

export type DeviceTold = { serial: string; orderId?: string | undefined }

/** Ends the order in flight for the device; a report that names another order ends nothing of this device. */
export const endDeviceOrder = (
  turn: Turn,
  kind: OrderKind,
  { serial, orderId }: DeviceTold,
  status: 'confirmed' | 'failed',
): void => {
  for (const order of Object.values(turn.context.orders))
    if (order.kind === kind && aboutDevice(serial)(order) && (orderId ?? order.orderId) === order.orderId)
      endOrder(turn, order.orderId, status)
}
