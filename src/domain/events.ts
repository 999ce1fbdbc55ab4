import type { Duty, Role } from './actor.ts'

/** Where in a terminal's life an event belongs; reports are kept elsewhere too, with issue NOT_EXPECTED_IN_STATE. */
export type Phase = 'live' | 'closing' | 'closed'

/**
 * What is known of an event before its payload.
 *
 * - `kind`: a *request* asks for a change and can be refused; a *report* states a fact and is always journalled.
 * - `roles`: who may send it.
 * - `phases`: where it is expected.
 * - `item`: the payload field that names the hold, device, deposit … it is about.
 * - `second`: a second person is needed: `maker` compares with who made the thing decided on,
 *   `proposal` wants the same act proposed before (`act.proposed`) by somebody else.
 */
export interface EventProfile {
  readonly kind: 'request' | 'report'
  readonly roles: readonly Role[]
  readonly phases: readonly Phase[]
  readonly item?: string
  readonly second?: 'maker' | 'proposal'
  /** Of this role only who has this duty; duties of the provider's people are policy. */
  readonly duty?: { readonly role: Role; readonly duty: Duty }
}

const M = 'merchant'
const P = 'provider'
const A = 'serviceProvider'
const S = 'system'
const live = ['live'] as const
const closing = ['closing'] as const
const open = ['live', 'closing'] as const
const everywhere = ['live', 'closing', 'closed'] as const
const ended = ['closing', 'closed'] as const

const technician = { role: A, duty: 'technician' } as const

/** Every event the chart knows. Source: the product's lifecycle specification, table of events. */
export const eventProfiles = {
  'hold.placed': { kind: 'request', roles: [P, A, S], phases: everywhere, item: 'holdId' },
  'hold.remedyClaimed': { kind: 'request', roles: [M, A, P], phases: everywhere, item: 'holdId' },
  'hold.remedyVerified': { kind: 'request', roles: [P], phases: everywhere, item: 'holdId', second: 'maker' },
  'hold.lifted': { kind: 'request', roles: [P, M], phases: everywhere, item: 'holdId' },
  'hold.rescinded': { kind: 'request', roles: [P], phases: everywhere, item: 'holdId', second: 'maker' },
  'hold.reviewed': { kind: 'request', roles: [P], phases: everywhere, item: 'holdId' },
  'hold.reclassified': { kind: 'request', roles: [P], phases: open, item: 'holdId', second: 'proposal' },

  'suspension.requested': { kind: 'request', roles: [M, A, P], phases: live },
  'reinstatement.requested': { kind: 'request', roles: [M, A, P], phases: live },
  'closure.requested': { kind: 'request', roles: [M, A, P], phases: live },
  'suspension.extended': { kind: 'request', roles: [M, A, P], phases: live, item: 'holdId' },
  'application.supplemented': { kind: 'request', roles: [M, A], phases: live },
  'application.withdrawn': { kind: 'request', roles: [M, A], phases: live },
  'application.lapsed': { kind: 'request', roles: [P], phases: live },
  'review.informationRequested': { kind: 'request', roles: [P], phases: live },
  'review.rejected': { kind: 'request', roles: [P], phases: live },
  'review.approved': { kind: 'request', roles: [P], phases: live, second: 'maker' },

  'closure.proposed': { kind: 'request', roles: [P], phases: live },
  'closure.imposed': { kind: 'request', roles: [P], phases: live, second: 'maker' },
  'closure.appealed': { kind: 'request', roles: [M], phases: open },
  'appeal.decided': { kind: 'request', roles: [P], phases: open, second: 'maker' },
  'closure.cancelled': { kind: 'request', roles: [P], phases: open },
  'closure.confirmed': { kind: 'report', roles: [S, P], phases: closing },

  'test.passed': { kind: 'request', roles: [P, A, M], phases: live, item: 'serial', duty: technician },
  'test.failed': { kind: 'request', roles: [P, A, M], phases: live, item: 'serial', duty: technician },

  'status.reported': { kind: 'report', roles: [S, P], phases: everywhere },
  'transaction.reported': { kind: 'report', roles: [S, P], phases: everywhere },
  'resolution.proposed': { kind: 'request', roles: [M, P], phases: open, item: 'txnRef' },
  'resolution.accepted': { kind: 'request', roles: [M, P], phases: open, item: 'txnRef' },
  'batch.uploaded': { kind: 'report', roles: [S, P], phases: everywhere, item: 'serial' },
  'batch.closedByHost': {
    kind: 'request',
    roles: [P],
    phases: open,
    item: 'serial',
    second: 'proposal',
  },
  'reading.accepted': {
    kind: 'request',
    roles: [P],
    phases: open,
    item: 'readAt',
    second: 'proposal',
  },
  'dispute.opened': { kind: 'report', roles: [P, S], phases: everywhere },
  'dispute.closed': { kind: 'report', roles: [P, S], phases: everywhere, item: 'caseId' },

  'device.lost': { kind: 'report', roles: [M, P, A], phases: open, item: 'serial' },
  'device.found': { kind: 'report', roles: [M, P, A], phases: everywhere, item: 'serial' },
  'loss.accepted': { kind: 'request', roles: [P], phases: open, item: 'serial', second: 'proposal' },
  'device.registered': { kind: 'request', roles: [P], phases: open, item: 'serial' },
  'device.replaced': { kind: 'request', roles: [P], phases: live },
  'return.authorised': { kind: 'request', roles: [P], phases: open, item: 'serial' },
  'device.shipped': { kind: 'report', roles: [M, A, P], phases: open, item: 'serial' },
  'device.received': { kind: 'report', roles: [P], phases: open, item: 'serial' },
  'device.inspected': { kind: 'report', roles: [P], phases: open, item: 'serial' },
  'device.declaredUnreadable': {
    kind: 'request',
    roles: [P],
    phases: open,
    item: 'serial',
    second: 'proposal',
  },
  'device.declaredUnreturned': {
    kind: 'request',
    roles: [P],
    phases: closing,
    item: 'serial',
    second: 'proposal',
  },

  'backup.recorded': { kind: 'request', roles: [M, P], phases: open, item: 'serial' },
  'backup.verified': { kind: 'request', roles: [S, P], phases: open, item: 'serial' },
  'backup.waived': { kind: 'request', roles: [P], phases: open, item: 'serial', second: 'proposal' },
  'erasure.authorised': { kind: 'request', roles: [P], phases: open, item: 'serial' },
  'erasure.completed': { kind: 'report', roles: [M, P, S], phases: open, item: 'serial' },
  'erasure.failed': { kind: 'report', roles: [M, P, S], phases: open, item: 'serial' },
  'erasure.verified': { kind: 'request', roles: [P], phases: open, item: 'serial', second: 'maker' },
  'keys.removed': { kind: 'report', roles: [S, P], phases: open, item: 'serial' },

  'settlement.stated': { kind: 'request', roles: [S, P], phases: closing },
  'settlement.confirmed': { kind: 'request', roles: [M], phases: closing },
  'settlement.disputed': { kind: 'request', roles: [M], phases: closing },
  'settlement.deemedAccepted': { kind: 'request', roles: [P], phases: closing, second: 'proposal' },
  'payout.ordered': { kind: 'request', roles: [P], phases: ended },
  'payout.confirmed': { kind: 'report', roles: [S, P], phases: ended, item: 'payoutId' },
  'payout.failed': { kind: 'report', roles: [S, P], phases: ended, item: 'payoutId' },
  'payout.returned': { kind: 'report', roles: [S, P], phases: ended, item: 'payoutId' },
  'payoutAccount.changed': { kind: 'request', roles: [M, P], phases: everywhere },
  'payoutAccount.verified': { kind: 'request', roles: [P], phases: everywhere, second: 'maker' },

  'charge.raised': { kind: 'request', roles: [P], phases: everywhere },
  'charge.disputed': { kind: 'request', roles: [M], phases: everywhere, item: 'chargeId' },
  'charge.determined': { kind: 'request', roles: [P], phases: everywhere, item: 'chargeId', second: 'maker' },
  'charge.waived': { kind: 'request', roles: [P], phases: everywhere, item: 'serial', second: 'proposal' },
  'charge.met': { kind: 'request', roles: [S, P], phases: everywhere, item: 'chargeId' },
  'deposit.deducted': { kind: 'request', roles: [P], phases: ended, item: 'depositId', second: 'maker' },
  'refund.ordered': { kind: 'request', roles: [P], phases: ended, item: 'depositId', second: 'proposal' },
  'refund.confirmed': { kind: 'report', roles: [S, P], phases: ended, item: 'depositId' },
  'refund.failed': { kind: 'report', roles: [S, P], phases: ended, item: 'depositId' },
  'refund.returned': { kind: 'report', roles: [S, P], phases: ended, item: 'depositId' },
  'obligation.carriedOver': {
    kind: 'request',
    roles: [P],
    phases: closing,
    item: 'obligationId',
    second: 'proposal',
  },
  'obligation.discharged': { kind: 'request', roles: [P], phases: ['closed'], item: 'obligationId' },

  'unbinding.ordered': { kind: 'request', roles: [P], phases: open, item: 'serial' },
  'unbinding.confirmed': { kind: 'report', roles: [S, P], phases: open, item: 'serial' },
  'unbinding.failed': { kind: 'report', roles: [S, P], phases: open, item: 'serial' },

  'order.claimed': { kind: 'request', roles: [S], phases: everywhere, item: 'orderId' },
  'order.confirmed': { kind: 'report', roles: [S], phases: everywhere, item: 'orderId' },
  'order.failed': { kind: 'report', roles: [S], phases: everywhere, item: 'orderId' },
  'order.cancelled': { kind: 'request', roles: [P], phases: everywhere, item: 'orderId' },
  'order.repeated': { kind: 'request', roles: [P], phases: everywhere, item: 'orderId' },
  'order.parked': { kind: 'report', roles: [S], phases: everywhere, item: 'orderId' },
  'order.revived': { kind: 'request', roles: [P], phases: everywhere, item: 'orderId' },
  'answer.refused': { kind: 'report', roles: [S], phases: everywhere, item: 'orderId' },

  'request.made': { kind: 'request', roles: [M, A], phases: everywhere, item: 'requestId' },
  'request.declined': { kind: 'request', roles: [P], phases: everywhere, item: 'requestId' },
  'agent.assigned': { kind: 'request', roles: [P], phases: open, item: 'agentId' },
  'agent.released': { kind: 'request', roles: [P], phases: open, item: 'agentId' },

  'act.proposed': { kind: 'request', roles: [P], phases: everywhere },
  'representative.appointed': {
    kind: 'request',
    roles: [P],
    phases: everywhere,
    item: 'party',
    second: 'proposal',
  },
  'counterparty.declaredUnreachable': {
    kind: 'request',
    roles: [P],
    phases: everywhere,
    item: 'party',
    second: 'proposal',
  },
  'document.added': { kind: 'request', roles: [M, P, A, S], phases: everywhere },
  'document.checked': { kind: 'request', roles: [P], phases: everywhere, item: 'documentId' },
  'followUp.done': { kind: 'request', roles: [M, P, A], phases: everywhere, item: 'followUpId' },
  'note.recorded': { kind: 'request', roles: [M, P, A, S], phases: everywhere },
  'notice.sent': { kind: 'report', roles: [S], phases: everywhere },
  'timer.due': { kind: 'report', roles: [S], phases: everywhere, item: 'deadlineId' },
} as const satisfies Readonly<Record<string, EventProfile>>

export type EventType = keyof typeof eventProfiles
/** Every type of event, in the order of the reference. */
export const eventTypes = Object.keys(eventProfiles) as EventType[]

/** The profile of an event, widened so that optional columns can be read. */
export const profileOf = (type: EventType): EventProfile => eventProfiles[type]
