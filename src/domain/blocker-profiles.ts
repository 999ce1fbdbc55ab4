import type { Owner } from './actor.ts'
import { requestAnswers } from './agents.ts'
import type { EventType } from './events.ts'
import { evidenceSlots } from './evidence.ts'

/** Whose turn it is while a blocker stands, and the events that clear it. */
export interface BlockerProfile {
  /** Who has to act. */
  readonly owner: Owner
  /** The events that make it go away; never empty. */
  readonly clearedBy: readonly EventType[]
}

const by = (owner: Owner, ...clearedBy: [EventType, ...EventType[]]): BlockerProfile => ({ owner, clearedBy })

const forms = ['closure.requested', 'suspension.requested', 'reinstatement.requested'] as const
const ordered = ['payout.ordered', 'refund.ordered'] as const
/** A device that nobody waits for any more. */
const givenUp = ['device.declaredUnreturned', 'loss.accepted'] as const

/** Every reason why an event may be refused, or why a phase of life cannot end yet. */
export const blockerProfiles = {
  // anybody, anywhere
  NOT_ALLOWED_IN_STATE: by('provider', 'closure.requested', 'closure.imposed', 'closure.cancelled'),
  ROLE_NOT_ALLOWED: by('provider', 'representative.appointed'),
  NOT_EXPECTED_IN_STATE: by('provider', 'note.recorded'),
  REFERENCE_MASKED: by('provider', 'note.recorded'),
  DUTY_REQUIRED: by('provider', 'review.approved', 'hold.placed', 'payout.ordered', 'erasure.authorised'),
  MAKER_IS_CHECKER: by('provider', 'review.approved', 'closure.imposed', 'act.proposed'),
  SECOND_PERSON_REQUIRED: by('provider', 'act.proposed'),
  MANDATE_MISSING: by('merchant', 'representative.appointed'),
  CURRENCY_MISMATCH: by('provider', 'charge.raised', 'settlement.stated', ...ordered, 'dispute.opened'),
  REFERENCE_IN_USE: by(
    'provider',
    'hold.placed',
    'document.added',
    'suspension.requested',
    'application.supplemented',
    'settlement.stated',
    'device.replaced',
    'charge.raised',
    'charge.met',
    'payout.ordered',
    'refund.ordered',
    'obligation.carriedOver',
  ),
  CONTACT_PROVIDER: by('provider', 'hold.lifted', 'hold.rescinded', 'hold.reclassified', 'order.repeated'),
  NOT_YET_DUE: by('system', 'timer.due'),

  // holds
  HOLD_UNKNOWN: by('provider', 'hold.placed'),
  HOLD_EFFECTIVE: by('provider', 'hold.lifted', 'hold.rescinded', 'hold.remedyVerified', 'review.approved'),
  HOLD_ENDED: by('provider', 'hold.placed'),
  HOLD_IRRECOVERABLE: by('provider', 'closure.imposed', 'closure.requested', 'hold.rescinded'),
  WRONG_RELEASE_PATH: by('provider', 'hold.rescinded', 'hold.lifted', 'reinstatement.requested'),
  REMEDY_EVIDENCE_MISSING: by('merchant', 'hold.remedyClaimed'),
  REMEDY_OPEN: by('merchant', 'hold.remedyVerified', 'charge.met'),
  AUTHORITY_ORDER_REQUIRED: by('authority', 'hold.lifted'),
  RECLASSIFY_ONLY_UMBRELLA: by('provider', 'hold.rescinded', 'hold.placed'),
  HOLD_LIMITS_NOTHING: by('provider', 'hold.placed', 'hold.reclassified'),
  REASON_NOT_TECHNICAL: by('provider', 'hold.placed'),

  // applications
  REQUIRED_HERE: by(
    'merchant',
    'closure.requested',
    'suspension.requested',
    'return.authorised',
    'hold.placed',
    'hold.reclassified',
  ),
  DUPLICATE_ITEM: by('merchant', ...forms),
  MUST_BE_CONFIRMED: by('merchant', ...forms),
  TERMINAL_OR_SERIAL_REQUIRED: by('merchant', 'closure.requested'),
  TEMPORARY_IS_SUSPENSION: by('merchant', 'suspension.requested'),
  PERMANENT_IS_CLOSURE: by('merchant', 'closure.requested'),
  REASON_NOT_FOR_INITIATOR: by(
    'merchant',
    'closure.requested',
    'suspension.requested',
    'closure.proposed',
    'hold.placed',
    'hold.reclassified',
  ),
  REASON_TOO_VAGUE: by('merchant', 'suspension.requested', 'reinstatement.requested', 'hold.reclassified'),
  REASON_MISMATCH: by('merchant', 'reinstatement.requested'),
  CONTRACT_STILL_RUNNING: by('merchant', 'closure.requested', 'document.checked'),
  PERIOD_REVERSED: by('merchant', 'suspension.requested', 'suspension.extended', 'hold.placed'),
  REMEDY_UNSTATED: by('merchant', 'reinstatement.requested'),
  REMEDY_UNSUITABLE: by('merchant', 'reinstatement.requested'),
  EVIDENCE_NOT_ATTACHED: by('merchant', 'reinstatement.requested'),
  PROVIDER_AUTHORISATION_REQUIRED: by('merchant', 'reinstatement.requested'),
  IN_THE_FUTURE: by('merchant', ...forms),
  DISPOSITION_UNSUITABLE: by('merchant', 'closure.requested'),
  PROCEDURE_NOT_IN_FORCE: by('merchant', ...forms),
  CHANNEL_NOT_OFFERED: by('merchant', ...forms),
  APPLICATION_OPEN: by('merchant', 'application.withdrawn', 'review.approved', 'review.rejected'),
  REVIEW_OPEN: by('provider', 'review.approved', 'review.rejected', 'review.informationRequested'),
  APPLICATION_UNKNOWN: by('merchant', 'closure.requested', 'reinstatement.requested', 'suspension.requested'),
  IDENTITY_MISMATCH: by('merchant', 'closure.requested', 'reinstatement.requested', 'suspension.requested'),
  SIGNATORY_NOT_AUTHORISED: by('merchant', 'representative.appointed', 'document.added'),
  REASON_UNKNOWN: by('provider', 'hold.reclassified'),
  REASON_MISSING: by('provider', 'review.rejected', 'review.informationRequested'),
  DOCUMENTS_INCOMPLETE: by(
    'merchant',
    'document.added',
    'application.supplemented',
    'reinstatement.requested',
    'suspension.requested',
    'closure.requested',
  ),
  DOCUMENT_EXPIRED: by('merchant', 'document.added', 'application.supplemented'),
  DOCUMENT_UNKNOWN: by('merchant', 'document.added'),
  FACT_MISSING: by('merchant', 'document.added', 'document.checked'),
  FACTS_UNCHECKED: by('provider', 'document.checked', 'review.approved'),
  EVIDENCE_UNSUITABLE: by(
    'provider',
    'document.added',
    'document.checked',
    'hold.remedyClaimed',
    ...(Object.keys(evidenceSlots) as EventType[]),
  ),
  SUPERSEDED: by('provider', 'review.approved'),
  ALREADY_DECIDED: by('merchant', 'application.withdrawn', 'timer.due'),
  NOT_RESUBMITTABLE: by('merchant', 'application.withdrawn'),
  REJECTION_UNANSWERED: by('merchant', 'request.made', 'application.supplemented'),
  APPROVAL_EXPIRED: by('merchant', 'reinstatement.requested', 'review.approved'),

  // imposed
  NOTICE_MISSING: by('provider', 'document.added'),
  PROPOSAL_OPEN: by('provider', 'closure.cancelled', 'closure.imposed'),
  PROPOSAL_UNKNOWN: by('provider', 'closure.proposed'),
  NOTICE_RUNNING: by('system', 'timer.due'),
  APPEAL_NOT_ALLOWED: by('provider', 'closure.cancelled'),
  APPEAL_OPEN: by('provider', 'appeal.decided'),
  APPEAL_UNKNOWN: by('merchant', 'closure.appealed'),
  IRREVERSIBLE_ACT_DONE: by('provider', 'status.reported', 'closure.confirmed'),

  // device-test
  TEST_INCOMPLETE: by('provider', 'test.passed'),
  TEST_TRANSACTION_OPEN: by('provider', 'transaction.reported', 'resolution.accepted'),
  WRONG_SERIAL: by('provider', 'test.passed', 'device.received'),

  // acceptance
  STALE_READ: by('system', 'status.reported'),
  READING_UNKNOWN: by('system', 'status.reported'),
  STATUS_MISMATCH: by('system', 'status.reported', 'reading.accepted'),
  STATUS_NOT_CLOSED: by('system', 'status.reported'),
  ACCEPTANCE_NOT_DISABLED: by('provider', 'status.reported'),

  // transactions
  TRANSACTIONS_OPEN: by('merchant', 'transaction.reported', 'resolution.accepted'),
  TRANSACTION_UNKNOWN: by('system', 'transaction.reported'),
  COUNTERPARTY_MUST_ACCEPT: by('merchant', 'resolution.accepted', 'resolution.proposed'),
  BATCH_MISMATCH: by('provider', 'batch.uploaded'),
  DEVICE_NOT_DRAINED: by(
    'merchant',
    'batch.uploaded',
    'batch.closedByHost',
    'device.declaredUnreadable',
    ...givenUp,
  ),

  // devices
  DEVICE_UNKNOWN: by('provider', 'device.replaced'),
  DEVICE_IN_SERVICE: by('provider', 'device.replaced', 'review.approved'),
  DEVICE_NOT_RECEIVED: by('merchant', 'device.received', 'device.declaredUnreturned'),
  DEVICE_NOT_RETURNED: by('merchant', 'device.received', 'device.declaredUnreturned', 'loss.accepted'),
  DEVICE_NOT_INSPECTED: by('provider', 'device.inspected'),
  DEVICE_NOT_LOST: by('merchant', 'device.lost'),
  DEVICE_REPORTED_LOST: by('provider', 'device.found', 'loss.accepted'),
  REPORT_MISSING: by('merchant', 'device.lost', 'document.added'),

  // data
  BACKUP_MISSING: by('merchant', 'backup.recorded', 'backup.waived'),
  BACKUP_UNVERIFIED: by('provider', 'backup.verified', 'backup.waived'),
  BACKUP_STALE: by('merchant', 'backup.recorded', 'backup.waived'),
  LEGAL_HOLD: by('authority', 'hold.lifted'),
  TENANT_CONSENT_MISSING: by('provider', 'return.authorised'),
  SHARED_DEVICE: by('provider', 'erasure.authorised'),
  ERASURE_NOT_AUTHORISED: by('provider', 'erasure.authorised'),
  ERASURE_NOT_COMPLETED: by('provider', 'erasure.completed', 'device.declaredUnreturned', 'loss.accepted'),
  ERASURE_NOT_VERIFIED: by('provider', 'erasure.verified'),
  UNAUTHORISED_ERASURE: by('provider', 'erasure.completed'),

  // devices, on their way
  ERASE_OR_SEAL_FIRST: by('provider', 'return.authorised', 'erasure.verified'),
  SEAL_BROKEN: by('provider', 'device.inspected', 'erasure.verified'),

  // keys
  KEYS_NOT_REMOVED: by('provider', 'keys.removed', 'loss.accepted'),
  KEYS_NOT_REVOKED: by('provider', 'keys.removed'),

  // binding
  DEVICE_STILL_BOUND: by('provider', 'unbinding.ordered', 'unbinding.confirmed'),
  DEVICE_BOUND_ELSEWHERE: by('provider', 'unbinding.ordered', 'unbinding.confirmed', 'act.proposed'),
  UNBINDING_PENDING: by('system', 'unbinding.confirmed', 'unbinding.failed', 'order.failed'),

  // settlement
  NO_STATEMENT: by('provider', 'settlement.stated'),
  STATEMENT_STALE: by('provider', 'settlement.stated'),
  TOTAL_MISMATCH: by('provider', 'settlement.stated'),
  SETTLEMENT_NOT_CONFIRMED: by('merchant', 'settlement.confirmed', 'settlement.deemedAccepted'),
  SETTLEMENT_DISPUTED: by('provider', 'settlement.stated', 'obligation.carriedOver'),
  OUTSTANDING_BALANCE: by('provider', 'payout.ordered', 'obligation.carriedOver'),
  PAYOUT_PENDING: by('system', 'payout.confirmed', 'payout.failed'),
  PAYOUT_UNKNOWN: by('provider', 'payout.ordered'),

  // account
  ACCOUNT_UNVERIFIED: by('merchant', 'payoutAccount.changed', 'payoutAccount.verified'),
  NAME_MISMATCH: by('merchant', 'payoutAccount.changed'),
  COOLING_OFF: by('system', 'timer.due'),

  // transfers
  FUNDS_HELD: by('provider', 'hold.lifted', 'hold.rescinded', 'review.approved', 'obligation.carriedOver'),
  AMOUNT_TOO_HIGH: by('provider', 'refund.ordered', 'payout.ordered', 'deposit.deducted'),
  PAID_TWICE: by('merchant', 'charge.met'),
  AMOUNT_MISMATCH: by('provider', 'payout.confirmed', 'refund.confirmed'),

  // disputes
  DISPUTE_OPEN: by('provider', 'dispute.closed', 'charge.determined', 'obligation.carriedOver'),
  DISPUTE_UNKNOWN: by('provider', 'dispute.opened'),

  // charges
  CHARGE_UNKNOWN: by('provider', 'charge.raised'),
  DAMAGE_UNDECIDED: by('provider', 'charge.raised', 'charge.waived'),
  LIABILITY_WITHOUT_GROUND: by('provider', 'device.inspected', 'document.added'),
  CHARGE_ENDED: by('provider', 'charge.raised'),
  CHARGE_DISPUTED: by('provider', 'charge.determined'),
  CHARGES_OUTSTANDING: by(
    'merchant',
    'charge.met',
    'charge.determined',
    'deposit.deducted',
    'obligation.carriedOver',
  ),
  FEE_TABLE_NOT_IN_FORCE: by('provider', 'charge.raised', 'act.proposed'),
  AMOUNT_NOT_IN_FEE_TABLE: by('provider', 'charge.raised', 'act.proposed'),

  // deposits
  DEPOSIT_UNKNOWN: by('provider', 'refund.ordered'),
  DEPOSIT_EXHAUSTED: by('provider', 'charge.determined', 'charge.met', 'obligation.carriedOver'),
  DEPOSIT_NOT_REFUNDED: by('provider', 'refund.ordered', 'deposit.deducted', 'obligation.carriedOver'),
  REFUND_PENDING: by('system', 'refund.confirmed', 'refund.failed'),
  CUSTODY_OPEN: by('provider', 'device.inspected', ...givenUp, 'device.declaredUnreadable'),
  RELEASE_NOT_DUE: by('system', 'timer.due'),

  FOLLOW_UP_OPEN: by('provider', 'followUp.done'),
  NOTES_FULL: by('provider', 'followUp.done'),
  FOLLOW_UPS_FULL: by('provider', 'followUp.done'),
  REQUESTS_FULL: by('provider', 'request.declined', 'followUp.done', 'test.passed', 'device.replaced'),
  DOCUMENTS_FULL: by('provider', 'document.added'),

  // obligations
  OBLIGATION_OPEN: by(
    'provider',
    'obligation.discharged',
    'payout.ordered',
    'refund.ordered',
    'charge.met',
    'dispute.closed',
  ),
  NOT_TRANSFERABLE: by('provider', 'obligation.carriedOver', 'refund.ordered', 'charge.met'),
  CARRY_OVER_INCOMPLETE: by('provider', 'obligation.carriedOver'),
  OBLIGATION_UNKNOWN: by('provider', 'obligation.carriedOver', 'note.recorded'),
  OBLIGATION_DISCHARGED: by('provider', 'obligation.discharged'),

  // requests and agents
  REQUEST_UNKNOWN: by('merchant', 'request.made'),
  REQUEST_OPEN: by('provider', 'request.declined', ...(Object.values(requestAnswers).flat() as EventType[])),
  REQUEST_ENDED: by('merchant', 'request.made'),
  AGENT_UNKNOWN: by('provider', 'agent.assigned'),

  // orders
  ORDER_UNKNOWN: by('provider', 'order.cancelled', 'note.recorded'),
  ORDER_ENDED: by('provider', 'unbinding.failed', 'payout.ordered', 'refund.ordered'),
  ORDER_PARKED: by(
    'provider',
    'order.revived',
    'order.repeated',
    'order.cancelled',
    'order.confirmed',
    'order.failed',
  ),
  ANSWER_REFUSED: by('provider', 'order.cancelled', 'order.confirmed', 'order.failed'),
  ORDER_CLAIMED: by('system', 'order.confirmed', 'order.failed'),
  ORDER_FAILED: by('provider', 'order.repeated', 'order.cancelled'),
  RESULT_UNKNOWN: by('system', 'order.confirmed', 'order.failed'),
  METHOD_UNSUITABLE: by('provider', 'order.repeated'),
  RESULT_OVERDUE: by('provider', 'order.repeated'),
  CLOCK_RUN_OUT: by('provider', 'note.recorded'),

  // closing
  CLOSURE_NOT_CONFIRMED: by('provider', 'closure.confirmed'),
  UNSETTLED_AMOUNT: by('provider', 'settlement.stated', 'status.reported'),
} as const satisfies Readonly<Record<string, BlockerProfile>>

export type BlockerCode = keyof typeof blockerProfiles
/** Every blocker, in the order of the reference. */
export const blockerCodes = Object.keys(blockerProfiles) as BlockerCode[]
