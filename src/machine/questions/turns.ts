import type { Blocker, BlockerCode, EventType, Instant, Owner } from '../../domain/index.ts'
import { debtOf } from '../clearing/holds.ts'
import { hasRun } from '../facts/clocks.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { isMissing } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import type { Charge } from '../shape/charges.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Hold } from '../shape/holds.ts'
import type { CarriedOver } from '../shape/obligations.ts'
import type { Transaction } from '../shape/transactions.ts'

/** Whose turn it is, and with what. */
export type TurnOf = readonly [owner: Owner, ...clearedBy: EventType[]]

/** A hold ends by its own path; one that was placed in error is taken back. While closing, two people may ease it. */
const ofHold = (context: LifecycleContext, hold: Hold): TurnOf => {
  const { application } = context
  if (hold.release === 'authority') return ['authority', 'hold.lifted']
  if (hold.release === 'provider' || phaseOf(context) !== 'live')
    return ['provider', 'hold.lifted', 'hold.rescinded']
  if (hold.release === 'evidence')
    return hold.remedy
      ? ['provider', 'hold.remedyVerified', 'hold.rescinded']
      : ['merchant', 'hold.remedyClaimed', 'hold.rescinded']
  if (hold.release === 'none') return ['provider', 'hold.rescinded', 'closure.proposed', 'closure.imposed']
  const isAsked = application?.kind === 'reinstatement' && application.holdIds.includes(hold.holdId)
  return isAsked
    ? ['provider', 'review.approved', 'hold.rescinded']
    : ['merchant', 'reinstatement.requested', 'hold.rescinded']
}

/** A merchant may object to a charge, or pays it, which the system records; the provider takes it from a deposit. */
const ofCharge = (context: LifecycleContext, charge: Charge, at: Instant): TurnOf => {
  if (charge.status === 'disputed') return ['provider', 'charge.determined', 'obligation.carriedOver']
  const isPledged = items(context.deposits).some((deposit) => freeDeposit(context, deposit) > 0)
  const isDue = charge.status === 'determined' || hasRun(context, `chargeObjection:${charge.chargeId}`, at)
  if (isDue && isPledged && phaseOf(context) !== 'live')
    return ['provider', 'deposit.deducted', 'charge.met', 'obligation.carriedOver']
  return charge.status === 'raised'
    ? ['merchant', 'charge.met', 'charge.disputed', 'obligation.carriedOver']
    : ['merchant', 'charge.met', 'obligation.carriedOver']
}

/** What is owed first, then what shows that it was put right. */
const ofRemedy = (context: LifecycleContext, hold: Hold, at: Instant): TurnOf => {
  const [owed] = debtOf(context, hold)
  return owed ? ofCharge(context, owed, at) : ofHold(context, hold)
}

/** A device comes back in three steps, each somebody else's. */
const ofReturn = (context: LifecycleContext, { returnTo, custody, serial }: Device, at: Instant): TurnOf => {
  if (custody === 'inTransit') return ['provider', 'device.received']
  if (returnTo === null) return ['merchant', 'return.authorised', 'device.shipped', 'device.received']
  return hasRun(context, `deviceReturnDue:${serial}`, at)
    ? ['provider', 'device.received', 'device.declaredUnreturned']
    : ['merchant', 'device.shipped', 'device.received']
}

/** Emptied where it is; what nobody can empty any more is given up by two people. */
const ofDraining = (_: LifecycleContext, device: Device): TurnOf => {
  if (isMissing(device)) return ['provider', 'loss.accepted', 'batch.closedByHost']
  if (device.custody === 'merchant') return ['merchant', 'batch.uploaded', 'batch.closedByHost']
  return ['provider', 'batch.uploaded', 'batch.closedByHost', 'device.declaredUnreadable']
}

/** What nobody has is given up; given up, it is at an end once its keys are worthless. */
const ofMissing = ({ custody }: Device): TurnOf =>
  custody === 'lost'
    ? ['provider', 'loss.accepted', 'device.found']
    : ['provider', 'keys.removed', 'device.found']

/** Authorised, wiped, verified: in this order. Nobody wipes what nobody has. */
const ofErasure = (_: LifecycleContext, device: Device): TurnOf => {
  const { erasure } = device
  if (isMissing(device) && erasure !== 'completed') return ofMissing(device)
  if (erasure === 'none' || erasure === 'failed') return ['provider', 'erasure.authorised']
  if (erasure === 'authorised')
    return ['provider', 'erasure.completed', 'device.declaredUnreturned', 'loss.accepted']
  return erasure === 'completed' ? ['provider', 'erasure.verified'] : ['provider']
}

/** What nobody has got back yet cannot be looked at. */
const ofCustody = (context: LifecycleContext, device: Device, at: Instant): TurnOf => {
  if (isMissing(device)) return ['provider', 'loss.accepted', 'device.found']
  return device.custody === 'merchant' || device.custody === 'inTransit'
    ? ofReturn(context, device, at)
    : ['provider', 'device.inspected', 'erasure.verified', 'device.declaredUnreadable']
}

const ofKeys = (_: LifecycleContext, device: Device): TurnOf =>
  isMissing(device) ? ofMissing(device) : ['provider', 'keys.removed']

/** One side proposes what became of it, the other agrees. */
const ofTransaction = (_: LifecycleContext, { resolution }: Transaction): TurnOf => {
  if (resolution === null) return ['merchant', 'transaction.reported', 'resolution.proposed']
  const answers = resolution.proposedBy.role === 'merchant' ? 'provider' : 'merchant'
  return [answers, 'resolution.accepted', 'transaction.reported']
}

/** What was carried over is settled where it was owed, or by papers. */
const ofObligation = (_: LifecycleContext, { kind, amount }: CarriedOver): TurnOf => {
  if (kind === 'charge') return ['merchant', 'charge.met', 'deposit.deducted', 'obligation.discharged']
  if (kind === 'deposit') return ['provider', 'refund.ordered', 'deposit.deducted', 'obligation.discharged']
  if (kind === 'dispute') return ['provider', 'dispute.closed', 'obligation.discharged']
  // of an objection there is nothing to pay
  return amount.amount === 0
    ? ['provider', 'obligation.discharged']
    : ['provider', 'payout.ordered', 'obligation.discharged']
}

const ofAccount = ({ payoutAccount }: LifecycleContext): TurnOf =>
  payoutAccount === null ? ['merchant', 'payoutAccount.changed'] : ['provider', 'payoutAccount.verified']

const ofStatement = (context: LifecycleContext, at: Instant): TurnOf =>
  hasRun(context, 'settlementObjection', at)
    ? ['provider', 'settlement.deemedAccepted']
    : ['merchant', 'settlement.confirmed']

/** Papers come with an application: with the one that is open, or with the one that is made. */
const ofPapers = ({ application, holds }: LifecycleContext, ref: string | undefined): TurnOf => {
  if (application) return ['merchant', 'application.supplemented', 'document.added']
  if (ref !== undefined && Object.hasOwn(holds, ref))
    return ['merchant', 'reinstatement.requested', 'document.added']
  return ['merchant', 'document.added']
}

type Ledgers = {
  [Name in keyof LifecycleContext as LifecycleContext[Name] extends Readonly<Record<string, unknown>>
    ? Name
    : never]: LifecycleContext[Name]
}

const about =
  <Name extends keyof Ledgers>(
    name: Name,
    turn: (context: LifecycleContext, item: Ledgers[Name][string], at: Instant) => TurnOf,
  ) =>
  (context: LifecycleContext, ref: string | undefined, at: Instant): TurnOf | undefined => {
    const ledger = context[name] as Readonly<Record<string, Ledgers[Name][string]>>
    return ref !== undefined && Object.hasOwn(ledger, ref)
      ? turn(context, ledger[ref] as Ledgers[Name][string], at)
      : undefined
  }

type Answered = (context: LifecycleContext, ref: string | undefined, at: Instant) => TurnOf | undefined

const turns: Readonly<Partial<Record<BlockerCode, Answered>>> = {
  HOLD_EFFECTIVE: about('holds', ofHold),
  LEGAL_HOLD: about('holds', ofHold),
  FUNDS_HELD: about('holds', ofHold),
  REMEDY_OPEN: about('holds', ofRemedy),
  CHARGES_OUTSTANDING: about('charges', ofCharge),
  DEVICE_NOT_RETURNED: about('devices', ofReturn),
  DEVICE_NOT_RECEIVED: about('devices', ofReturn),
  DEVICE_NOT_DRAINED: about('devices', ofDraining),
  KEYS_NOT_REMOVED: about('devices', ofKeys),
  ERASURE_NOT_AUTHORISED: about('devices', ofErasure),
  ERASURE_NOT_COMPLETED: about('devices', ofErasure),
  ERASURE_NOT_VERIFIED: about('devices', ofErasure),
  CUSTODY_OPEN: about('devices', ofCustody),
  TRANSACTIONS_OPEN: about('transactions', ofTransaction),
  COUNTERPARTY_MUST_ACCEPT: about('transactions', ofTransaction),
  OBLIGATION_OPEN: about('carriedOver', ofObligation),
  ACCOUNT_UNVERIFIED: ofAccount,
  SETTLEMENT_NOT_CONFIRMED: (context, _, at) => ofStatement(context, at),
  DOCUMENTS_INCOMPLETE: (context, ref) => ofPapers(context, ref),
}

/** Where it depends on the record whose turn it is: the table in `domain` is for all records. */
export const turnOf = (context: LifecycleContext, { code, ref }: Blocker, at: Instant): TurnOf | undefined =>
  turns[code]?.(context, ref, at)
