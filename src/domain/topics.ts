import type { EventType } from './events.ts'

/**
 * What each event is about. A topic has one file name in every room that has something to say of it: its rules stand in
 * `rules/deposits.ts`, its reducers in `ledger/deposits.ts`, its events in `schemas/events/deposits.ts`.
 */
export const topics = {
  holds: [
    'hold.placed',
    'hold.remedyClaimed',
    'hold.remedyVerified',
    'hold.lifted',
    'hold.rescinded',
    'hold.reviewed',
    'hold.reclassified',
    'suspension.extended',
  ],
  applications: [
    'suspension.requested',
    'reinstatement.requested',
    'closure.requested',
    'application.supplemented',
    'application.withdrawn',
    'application.lapsed',
    'review.informationRequested',
    'review.rejected',
    'review.approved',
  ],
  imposed: ['closure.proposed', 'closure.imposed', 'closure.appealed', 'appeal.decided'],
  closing: ['closure.cancelled', 'closure.confirmed'],
  'device-test': ['test.passed', 'test.failed'],
  acceptance: ['status.reported', 'reading.accepted'],
  transactions: [
    'transaction.reported',
    'resolution.proposed',
    'resolution.accepted',
    'batch.uploaded',
    'batch.closedByHost',
  ],
  disputes: ['dispute.opened', 'dispute.closed'],
  devices: [
    'device.lost',
    'device.found',
    'loss.accepted',
    'device.registered',
    'device.replaced',
    'return.authorised',
    'device.shipped',
    'device.received',
    'device.inspected',
    'device.declaredUnreadable',
    'device.declaredUnreturned',
  ],
  data: [
    'backup.recorded',
    'backup.verified',
    'backup.waived',
    'erasure.authorised',
    'erasure.completed',
    'erasure.failed',
    'erasure.verified',
  ],
  keys: ['keys.removed'],
  settlement: [
    'settlement.stated',
    'settlement.confirmed',
    'settlement.disputed',
    'settlement.deemedAccepted',
    'payout.ordered',
    'payout.confirmed',
    'payout.failed',
    'payout.returned',
  ],
  account: ['payoutAccount.changed', 'payoutAccount.verified'],
  charges: ['charge.raised', 'charge.disputed', 'charge.determined', 'charge.waived', 'charge.met'],
  deposits: ['deposit.deducted', 'refund.ordered', 'refund.confirmed', 'refund.failed', 'refund.returned'],
  obligations: ['obligation.carriedOver', 'obligation.discharged'],
  binding: ['unbinding.ordered', 'unbinding.confirmed', 'unbinding.failed'],
  orders: [
    'order.claimed',
    'order.confirmed',
    'order.failed',
    'order.cancelled',
    'order.repeated',
    'order.parked',
    'order.revived',
    'answer.refused',
  ],
  acts: ['act.proposed'],
  requests: ['request.made', 'request.declined'],
  agents: ['agent.assigned', 'agent.released'],
  parties: ['representative.appointed', 'counterparty.declaredUnreachable'],
  papers: ['document.added', 'document.checked'],
  notes: ['note.recorded', 'followUp.done'],
  notices: ['notice.sent'],
  clocks: ['timer.due'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>

type Topics = typeof topics

/** An event that stands in no topic does not compile below: the error names it. */
type NoneLeft<T extends never> = T & never

/** The events of a topic. */
export type EventOn<T extends keyof Topics> =
  | Topics[T][number]
  | NoneLeft<Exclude<EventType, Topics[keyof Topics][number]>>
