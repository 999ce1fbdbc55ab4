import type { EventType } from './events.ts'
import type { OrderKind } from './orders.ts'

/**
 * Which events end an order of each kind. The acquirer's systems tell them at once, in the answer of the service, or later, by
 * whoever hears of it. Kinds without one are done when the other side has accepted them, or when a person tells the fact.
 */
export const orderAnswers: Readonly<Record<OrderKind, readonly EventType[]>> = {
  disableAcceptance: [],
  enableAcceptance: [],
  readStatus: ['status.reported'],
  uploadBatch: ['batch.uploaded'],
  readBackup: ['backup.verified'],
  eraseDevice: ['erasure.completed', 'erasure.failed'],
  revokeKeys: ['keys.removed'],
  collectDevice: [],
  requestStatement: ['settlement.stated'],
  payOut: ['payout.confirmed', 'payout.failed', 'payout.returned'],
  refundDeposit: ['refund.confirmed', 'refund.failed', 'refund.returned'],
  unbind: ['unbinding.confirmed', 'unbinding.failed'],
  confirmClosure: ['closure.confirmed'],
  notify: ['notice.sent'],
  openTicket: [],
}
