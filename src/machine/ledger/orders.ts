import { type Department, type EventOn, resultClockOf, type TicketTopic } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { unwanted } from '../facts/acceptance.ts'
import { resultIsThere, switchOrders } from '../facts/orders.ts'
import { disableAcceptance, offUnread, readStatus } from './acceptance.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { endOrder, failAfterAll, unparked } from './order-ends.ts'
import { repeatOrder } from './order-repeats.ts'
import type { Turn } from './turn.ts'

/** Who looks after an order that did not go well. */
const departmentOf: Readonly<Partial<Record<Order['kind'], Department>>> = {
  payOut: 'settlement',
  refundDeposit: 'settlement',
  requestStatement: 'settlement',
  eraseDevice: 'workshop',
  uploadBatch: 'workshop',
  collectDevice: 'warehouse',
  unbind: 'registry',
  confirmClosure: 'registry',
  revokeKeys: 'risk',
  disableAcceptance: 'risk',
}

/** A ticket about a ticket would go wrong as that one did, and so on for ever: those are requirements alone. */
const giveToSomebody = (turn: Turn, { kind, orderId }: Order, topic: TicketTopic): void => {
  if (kind !== 'openTicket' && kind !== 'notify')
    openTicket(turn, departmentOf[kind] ?? 'support', topic, orderId)
}

const known = (turn: Turn, orderId: string): Order | undefined => {
  const order = turn.context.orders[orderId]
  if (!order) turn.issue('ORDER_UNKNOWN', orderId)
  return order
}

/** It was taken back or had failed, and was carried out all the same: the host is read, and sale that must not be on is stopped first. */
const carriedOutAfterAll = (turn: Turn, order: Order): void => {
  turn.put('orders', order.orderId, { ...order, status: 'confirmed' })
  const off = unwanted(turn.context)
  if (order.kind === 'enableAcceptance' && order.params.capabilities.some((name) => off.includes(name))) {
    turn.issue('STATUS_MISMATCH', order.orderId, { acceptance: 'on', wanted: 'off' })
    disableAcceptance(turn, true, !order.params.capabilities.includes('sale'))
  }
  readStatus(turn)
}

/** Accepted is not done: until the fact is there, somebody waits for it. */
const awaitResult = (turn: Turn, order: Order): void => {
  const name = resultClockOf(order.kind)
  if (name && !resultIsThere(turn.context, order)) turn.start(name, { ref: order.orderId })
}

export const orderReducers: Reducers<EventOn<'orders'>> = {
  'order.claimed': (turn, { orderId }) => {
    const order = turn.context.orders[orderId]
    if (order) turn.put('orders', orderId, { ...order, claimed: true })
  },

  'order.confirmed': (turn, { orderId }) => {
    const order = known(turn, orderId)
    const gone = order?.status === 'cancelled' || order?.status === 'failed'
    if (order && gone && switchOrders.has(order.kind)) carriedOutAfterAll(turn, order)
    if (order?.status !== 'ordered') return
    endOrder(turn, orderId, 'confirmed')
    awaitResult(turn, order)
    // accepted by the other side is not done: the host is read
    if (switchOrders.has(order.kind)) readStatus(turn)
  },

  'order.failed': (turn, { orderId, code, retryable }) => {
    const order = known(turn, orderId)
    // a failure that may still turn out well binds its amount: only a final one ends the order
    if (!order || retryable) return
    const turnedBad = order.status === 'confirmed' && !resultIsThere(turn.context, order)
    if (order.status !== 'ordered' && !turnedBad) return
    if (turnedBad) failAfterAll(turn, order)
    else endOrder(turn, orderId, 'failed')
    if (order.kind === 'readStatus') offUnread(turn)
    turn.issue('ORDER_FAILED', orderId, { kind: order.kind, code })
    giveToSomebody(turn, order, 'order_failed')
  },

  'order.cancelled': (turn, { orderId }) => {
    const order = turn.context.orders[orderId]
    if (order?.status === 'failed') turn.put('orders', orderId, { ...order, status: 'cancelled' })
    else endOrder(turn, orderId, 'cancelled')
  },

  'order.repeated': (turn, { orderId, method }) => {
    const order = turn.context.orders[orderId]
    if (order) repeatOrder(turn, order, method)
  },

  'order.parked': (turn, { orderId, code, attempts }) => {
    const order = known(turn, orderId)
    // nobody knows whether it was carried out: what it binds stays bound
    if (order?.status !== 'ordered' || order.parked) return
    turn.put('orders', orderId, { ...order, parked: { code, attempts, at: turn.at } })
    if (order.kind === 'readStatus') offUnread(turn)
    turn.issue('ORDER_PARKED', orderId, { kind: order.kind, code, attempts })
    giveToSomebody(turn, order, 'order_failed')
  },

  'order.revived': (turn, { orderId }) => {
    const order = turn.context.orders[orderId]
    if (order) turn.put('orders', orderId, unparked(order))
  },

  'answer.refused': (turn, { orderId, codes }) => {
    const order = known(turn, orderId)
    if (!order) return
    // it stays in flight: nobody knows whether it was carried out
    if (order.status === 'ordered') turn.put('refusedAnswers', orderId, { orderId, codes, at: turn.at })
    turn.issue('ANSWER_REFUSED', orderId, { kind: order.kind, codes })
    if (codes.includes('STALE_READ')) return turn.issue('STALE_READ', orderId)
    if (order.kind === 'readStatus') offUnread(turn)
    giveToSomebody(turn, order, 'answer_refused')
  },
}
