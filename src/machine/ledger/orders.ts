import type { Department } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { switchOrders } from '../order-kinds.ts'
import { actKey } from '../rules/kit.ts'
import type { OrderEvent } from '../rules/orders.ts'
import type { Turn } from '../turn.ts'
import { disableAcceptance, readStatus, unwanted } from './acceptance.ts'
import { beginClosing, endApplication } from './closing.ts'
import { startHold } from './holds.ts'
import { keepPaper, keepPapers, type Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { endOrder } from './order-ends.ts'

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

export const orderReducers: Reducers<OrderEvent> = {
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
    // accepted by the other side is not done: the host is read
    if (switchOrders.has(order.kind)) readStatus(turn)
  },

  'order.failed': (turn, { orderId, code, retryable }) => {
    const order = known(turn, orderId)
    // a failure that may still turn out well binds its amount: only a final one ends the order
    if (order?.status !== 'ordered' || retryable) return
    endOrder(turn, orderId, 'failed')
    turn.issue('ORDER_FAILED', orderId, { kind: order.kind, code })
    if (order.kind !== 'openTicket' && order.kind !== 'notify')
      openTicket(turn, departmentOf[order.kind] ?? 'support', 'order_failed', orderId)
  },

  'order.cancelled': (turn, { orderId }) => endOrder(turn, orderId, 'cancelled'),

  'act.proposed': (turn, { act }) =>
    turn.put('proposedActs', actKey(act), { act, by: turn.by.personId, at: turn.at }),

  'representative.appointed': (turn, { party, personId, organisationId, mandate }) => {
    keepPaper(turn, mandate)
    turn.put('representatives', party, { personId, organisationId, mandateRef: mandate.id })
  },

  'counterparty.declaredUnreachable': (turn, { party, evidence }) => {
    keepPapers(turn, evidence)
    const { unreachable } = turn.context
    if (!unreachable.includes(party)) turn.set({ unreachable: [...unreachable, party] })
  },

  'document.added': (turn, { document }) => {
    keepPaper(turn, document)
  },

  'note.recorded': (turn, { kind, text, followUpId, topic }) => {
    if (kind === 'followUpOpened') {
      const id = followUpId ?? `follow-up:${turn.seq}`
      turn.put('followUps', id, { id, text, done: false })
    }
    if (kind === 'followUpDone' && followUpId !== undefined)
      turn.update('followUps', followUpId, { done: true })
    if (kind === 'escalation') openTicket(turn, 'support', 'escalation', topic ?? null)
  },

  'notice.sent': (turn, { orderId }) => {
    if (orderId !== undefined && turn.context.orders[orderId]?.kind === 'notify')
      endOrder(turn, orderId, 'confirmed')
  },

  'timer.due': (turn, { deadlineId }) => {
    const deadline = turn.context.deadlines[deadlineId]
    if (!deadline) return
    turn.update('deadlines', deadlineId, { status: 'fired' })
    // the only two clocks that carry something out: decisions that were taken before
    if (deadline.name === 'holdStart' && deadline.ref !== null) startHold(turn, deadline.ref)
    const { application } = turn.context
    if (deadline.name === 'closureStart' && application?.approval) {
      endApplication(turn)
      beginClosing(turn, (application.reasons[0] ?? 'OTHER') as 'OTHER')
    }
  },
}
