import type { Owner } from './actor.ts'
import type { EventType } from './events.ts'
import type { Audience } from './notices.ts'
import type { OrderKind } from './orders.ts'
import type { Department } from './tickets.ts'

/** How long a clock runs. Working days end at the end of the day in the calendar's zone; a year ends on the same day of it. */
export interface ClockRule {
  readonly amount: number
  readonly unit: 'years' | 'workingDays' | 'days' | 'hours' | 'minutes'
}

/** What is known of a clock. It informs and enables; what it decides was decided before, or lapses. */
export interface ClockProfile extends ClockRule {
  /** Who is late when it has run. */
  readonly owner: Owner
  /** What starts it, and what it waits for. An empty list: not one event, but what the machine finds. */
  readonly starts: readonly EventType[]
  readonly ends: readonly EventType[]
  /** What may be done once it has run. */
  readonly enables: readonly EventType[]
  /** Who is told when it has run, and who has to see to it. */
  readonly tells: readonly Audience[]
  readonly ticket: Department | null
  /** Those who are told hear of it so many days before the end, too. */
  readonly remindDays: number
  /** What follows as long again after it has run: the same people are told once more, or the management. */
  readonly again: 'same' | 'management' | null
  /** Nobody is late: it only enables, begins or expires. */
  readonly expires: boolean
}

type Differs = Partial<Omit<ClockProfile, 'amount' | 'unit'>>

const clock = (amount: number, unit: ClockRule['unit'], differs: Differs = {}): ClockProfile => ({
  amount,
  unit,
  owner: 'provider',
  starts: [],
  ends: [],
  enables: [],
  tells: [],
  ticket: null,
  remindDays: 0,
  again: null,
  expires: false,
  ...differs,
})

const verdicts = ['review.approved', 'review.rejected', 'review.informationRequested'] as const
const review = (starts: EventType): Differs => ({
  starts: [starts, 'application.supplemented'],
  ends: [...verdicts, 'application.withdrawn'],
  tells: ['merchant'],
  ticket: 'review',
  again: 'management',
})

const applicant = { owner: 'merchant', tells: ['merchant'], remindDays: 5 } as const
const holdReview: Differs = {
  starts: ['hold.placed'],
  ends: ['hold.reviewed', 'hold.lifted', 'hold.rescinded', 'hold.remedyVerified'],
  enables: ['hold.lifted', 'hold.rescinded'],
  tells: ['merchant'],
  again: 'same',
}
const begins = { owner: 'system', expires: true } as const
const switchedOff: Differs = { ends: ['status.reported'], enables: ['order.repeated'] }
const objection: Differs = { owner: 'merchant', tells: ['merchant'], expires: true }
const result = (ticket: Department, ...ends: EventType[]): Differs => ({
  starts: ['order.confirmed'],
  ends,
  enables: ['order.repeated'],
  ticket,
})

/** Every clock: how long, from what to what, whom it informs, what it enables. Source: the product's lifecycle specification, clocks. */
export const clockProfiles = {
  'reviewDue.reinstatement': clock(7, 'workingDays', review('reinstatement.requested')),
  'reviewDue.suspension': clock(21, 'days', review('suspension.requested')),
  'reviewDue.closure': clock(21, 'days', review('closure.requested')),
  informationDue: clock(30, 'days', {
    ...applicant,
    starts: ['review.informationRequested'],
    ends: ['application.supplemented', 'application.withdrawn', 'application.lapsed'],
    enables: ['application.lapsed'],
  }),
  resubmitUntil: clock(90, 'days', {
    ...applicant,
    starts: ['review.rejected'],
    ends: ['application.supplemented', 'application.withdrawn', 'application.lapsed'],
    enables: ['application.lapsed'],
  }),
  approvalValidity: clock(30, 'days', {
    ...applicant,
    starts: ['review.approved'],
    ends: ['test.passed', 'reinstatement.requested'],
    enables: ['reinstatement.requested'],
  }),
  closureStart: clock(0, 'days', { ...begins, starts: ['review.approved'] }),
  holdStart: clock(0, 'days', { ...begins, starts: ['hold.placed', 'review.approved'] }),
  holdEnd: clock(0, 'days', {
    starts: ['hold.placed', 'review.approved', 'suspension.extended'],
    ends: ['suspension.extended', 'hold.lifted', 'reinstatement.requested'],
    tells: ['merchant'],
    ticket: 'review',
    remindDays: 3,
    again: 'same',
  }),
  noticeDue: clock(2, 'workingDays', {
    starts: ['hold.placed', 'closure.imposed'],
    ends: ['document.added'],
    ticket: 'risk',
  }),
  holdReview: clock(30, 'days', { ...holdReview, ticket: 'risk' }),
  fundsHoldReview: clock(30, 'days', { ...holdReview, ticket: 'settlement' }),
  disableConfirmDue: clock(24, 'hours', { ...switchedOff, ticket: 'operations' }),
  'disableConfirmDue.urgent': clock(15, 'minutes', { ...switchedOff, ticket: 'risk' }),
  drainDue: clock(3, 'days', {
    owner: 'merchant',
    starts: ['status.reported'],
    ends: ['batch.uploaded', 'resolution.accepted', 'batch.closedByHost'],
    enables: ['resolution.proposed'],
    tells: ['merchant'],
    ticket: 'fieldService',
  }),
  preAuthMax: clock(30, 'days', {
    owner: 'merchant',
    starts: ['transaction.reported'],
    ends: ['transaction.reported', 'resolution.accepted'],
    enables: ['resolution.proposed'],
    tells: ['merchant'],
    ticket: 'settlement',
  }),
  statementDue: clock(3, 'workingDays', { ends: ['settlement.stated'], ticket: 'settlement' }),
  settlementObjection: clock(15, 'workingDays', {
    ...objection,
    expires: false,
    starts: ['settlement.stated'],
    ends: ['settlement.confirmed', 'settlement.disputed', 'settlement.deemedAccepted', 'settlement.stated'],
    enables: ['settlement.deemedAccepted'],
    ticket: 'settlement',
  }),
  damageDecisionDue: clock(5, 'workingDays', {
    starts: ['device.inspected'],
    ends: ['charge.raised', 'charge.waived'],
    ticket: 'settlement',
    expires: true,
  }),
  assessmentDue: clock(15, 'workingDays', {
    starts: ['device.inspected'],
    ends: ['charge.determined', 'charge.waived'],
    tells: ['merchant'],
    ticket: 'settlement',
    expires: true,
  }),
  chargeObjection: clock(15, 'workingDays', {
    ...objection,
    starts: ['charge.raised'],
    ends: ['charge.disputed', 'charge.met', 'charge.waived'],
    enables: ['deposit.deducted'],
    ticket: 'settlement',
  }),
  payoutDue: clock(2, 'workingDays', {
    starts: ['settlement.confirmed', 'settlement.deemedAccepted', 'payout.returned'],
    ends: ['payout.confirmed'],
    ticket: 'settlement',
  }),
  payoutAccountCooling: clock(24, 'hours', {
    starts: ['payoutAccount.changed'],
    enables: ['payout.ordered', 'refund.ordered'],
    expires: true,
  }),
  obligationDue: clock(0, 'days', {
    starts: ['obligation.carriedOver'],
    ends: ['obligation.discharged'],
    enables: ['obligation.discharged'],
    tells: ['merchant'],
    ticket: 'settlement',
    again: 'same',
  }),
  collectionDue: clock(10, 'days', {
    starts: ['order.confirmed'],
    ends: ['device.received'],
    enables: ['order.repeated'],
    ticket: 'warehouse',
  }),
  deviceReturnDue: clock(15, 'days', {
    owner: 'merchant',
    ends: ['device.received', 'loss.accepted', 'device.declaredUnreturned'],
    enables: ['device.declaredUnreturned'],
    tells: ['merchant'],
    ticket: 'warehouse',
  }),
  inspectionDue: clock(5, 'workingDays', {
    starts: ['device.received', 'device.found'],
    ends: ['device.inspected', 'loss.accepted'],
    ticket: 'warehouse',
  }),
  depositDue: clock(15, 'workingDays', {
    starts: ['device.inspected'],
    ends: ['refund.confirmed', 'deposit.deducted', 'obligation.carriedOver'],
    tells: ['merchant'],
    ticket: 'settlement',
    again: 'management',
  }),
  guaranteeTail: clock(180, 'days', { enables: ['refund.ordered'], expires: true }),
  closureNotice: clock(30, 'days', {
    starts: ['closure.proposed', 'order.confirmed', 'notice.sent', 'document.added', 'document.checked'],
    enables: ['closure.imposed'],
    tells: ['merchant'],
    ticket: 'risk',
    expires: true,
  }),
  riskListingDue: clock(5, 'workingDays', {
    starts: ['closure.imposed'],
    ends: ['document.added'],
    ticket: 'risk',
  }),
  resumeNoticeDue: clock(1, 'workingDays', { starts: ['test.passed'], ends: ['notice.sent'], expires: true }),
  'resultDue.enableAcceptance': clock(1, 'days', result('operations', 'status.reported')),
  'resultDue.readStatus': clock(1, 'days', result('operations', 'status.reported')),
  'resultDue.confirmClosure': clock(1, 'days', result('registry', 'closure.confirmed')),
  'resultDue.uploadBatch': clock(1, 'days', result('fieldService', 'batch.uploaded', 'batch.closedByHost')),
  'resultDue.readBackup': clock(1, 'days', result('workshop', 'backup.verified')),
  'resultDue.eraseDevice': clock(2, 'days', result('workshop', 'erasure.completed', 'erasure.failed')),
  'resultDue.revokeKeys': clock(1, 'days', result('risk', 'keys.removed', 'device.found')),
  'resultDue.requestStatement': clock(3, 'workingDays', result('settlement', 'settlement.stated')),
  'resultDue.payOut': clock(3, 'workingDays', result('settlement', 'payout.confirmed', 'payout.failed')),
  'resultDue.refundDeposit': clock(
    3,
    'workingDays',
    result('settlement', 'refund.confirmed', 'refund.failed'),
  ),
  'resultDue.unbind': clock(5, 'workingDays', result('registry', 'unbinding.confirmed', 'unbinding.failed')),
  verifyDue: clock(1, 'workingDays', { ends: ['status.reported'], ticket: 'operations' }),
  tidQuarantine: clock(180, 'days', { ticket: 'registry', expires: true }),
  retention: clock(10, 'years', { ticket: 'registry', expires: true }),
  // of another clock, which is their ref: a word before its end, and what follows as long again after it
  reminder: clock(0, 'days', begins),
  again: clock(0, 'days', begins),
} as const satisfies Readonly<Record<string, ClockProfile>>

export type ClockName = keyof typeof clockProfiles
/** Every clock. */
export const clockNames = Object.keys(clockProfiles) as ClockName[]

/** Of these an event, or the clock they belong to, names the day: no policy gives them a length. */
const onNamedDays = ['closureStart', 'holdStart', 'reminder', 'again'] as const
/** The clocks whose length is policy. Where it is nothing an event names the day, and the length is how much later it is told again. */
export type LengthName = Exclude<ClockName, (typeof onNamedDays)[number]>
/** Clocks that run for a length, which a policy may set; the others end on a day that an event names. */
export const lengthNames = clockNames.filter(
  (name): name is LengthName => !(onNamedDays as readonly string[]).includes(name),
)

/** The clock of an order's result; the others have one of their own, or are done when they are confirmed. */
export const resultClockOf = (kind: OrderKind): ClockName | undefined => {
  if (kind === 'collectDevice') return 'collectionDue'
  const name = `resultDue.${kind}`
  return name in clockProfiles ? (name as ClockName) : undefined
}
