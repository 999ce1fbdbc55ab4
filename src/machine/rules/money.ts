import type { EventOn } from '../../domain/index.ts'
import { type Blocker, blocker, obligationKinds } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { chargeOpen, disputedCharges } from '../facts/charges.ts'
import { hasRun } from '../facts/clocks.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { hasCustodyVerdict } from '../facts/devices.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { settlementRest } from '../facts/settlement.ts'
import { believed, covers, isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import type { Asked, Rules } from './kit.ts'

const statementNamed = (context: LifecycleContext, id: string | undefined): readonly Blocker[] => {
  const statement = context.closing?.statement
  if (!statement || (id !== undefined && statement.statementId !== id)) return [blocker('NO_STATEMENT', id)]
  return all(
    when(
      statement.stale || !covers(statement.upTo, context.lastTransactionAt),
      'STATEMENT_STALE',
      statement.statementId,
    ),
  )
}

/** Money leaves only to an account that somebody else verified, after it has cooled, and while no hold is on payouts. */
const accountReady = (context: LifecycleContext, at: string): readonly Blocker[] =>
  all(
    when(!context.payoutAccount?.verifiedBy, 'ACCOUNT_UNVERIFIED'),
    when(
      context.deadlines.payoutAccountCooling !== undefined && !hasRun(context, 'payoutAccountCooling', at),
      'COOLING_OFF',
    ),
    effectiveHolds(context, 'payout').map(({ holdId }) => blocker('FUNDS_HELD', holdId)),
  )

const tooHigh = (amount: { amount: number } | undefined, limit: number, ref?: string) =>
  when(amount !== undefined && amount.amount > limit, 'AMOUNT_TOO_HIGH', ref, { limit })

const normalised = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const releaseDue = (context: LifecycleContext, deposit: Deposit, at: string): readonly Blocker[] => {
  if (deposit.releaseRule === 'guaranteeTail')
    return all(
      when(!hasRun(context, `guaranteeTail:${deposit.depositId}`, at), 'RELEASE_NOT_DUE', deposit.depositId),
    )
  return items(context.devices)
    .filter((device) => !hasCustodyVerdict(device))
    .map(({ serial }) => blocker('CUSTODY_OPEN', serial))
}

const openPart = (context: LifecycleContext, kind: string, ref: string | undefined): number | undefined => {
  if (kind === 'settlement') return settlementRest(context)
  if (ref === undefined) return undefined
  if (kind === 'deposit') {
    const deposit = context.deposits[ref]
    return deposit && freeDeposit(context, deposit)
  }
  if (kind === 'charge') {
    const charge = context.charges[ref]
    return charge && chargeOpen(context, charge)
  }
  const dispute = context.disputes[ref]
  return dispute && dispute.status === 'open' && !dispute.carriedOver ? dispute.amount.amount : undefined
}

const unknownOf = {
  deposit: 'DEPOSIT_UNKNOWN',
  charge: 'CHARGE_UNKNOWN',
  dispute: 'DISPUTE_UNKNOWN',
} as const

const carryOver = (context: LifecycleContext, event: Asked<'obligation.carriedOver'>): readonly Blocker[] => {
  const { kind, ref } = event
  if (kind === undefined) return []
  if (!(obligationKinds as readonly string[]).includes(kind)) return [blocker('NOT_TRANSFERABLE', ref)]
  const part = openPart(context, kind, ref)
  // where the parties argue about a statement over nothing, the objection itself is carried over
  const objection = kind === 'settlement' && part === 0 && context.closing?.statement?.status === 'disputed'
  // a dispute is carried over whole, and nothing at all is not carried over
  const given = event.amount?.amount
  const nothing = given === 0 || (part !== undefined && part <= 0)
  return all(
    when(!(context.policy.carryOverKinds as readonly string[]).includes(kind), 'NOT_TRANSFERABLE', ref),
    part === undefined && kind in unknownOf && blocker(unknownOf[kind as keyof typeof unknownOf], ref),
    when(
      (nothing && !objection) || (kind === 'dispute' && given !== undefined && given !== part),
      'CARRY_OVER_INCOMPLETE',
      ref,
    ),
    tooHigh(event.amount, part ?? 0, ref),
    when(event.reviewAt !== undefined && !isLater(event.reviewAt, event.at), 'CARRY_OVER_INCOMPLETE', ref),
  )
}

const report = () => []

export const moneyRules: Rules<EventOn<'settlement' | 'account' | 'deposits' | 'obligations'>> = {
  'payout.confirmed': report,
  'payout.failed': report,
  'payout.returned': report,
  'refund.confirmed': report,
  'refund.failed': report,
  'refund.returned': report,

  'settlement.stated': (context, event) => {
    const current = context.closing?.statement
    const isTaken = current != null && current.statementId === event.statementId
    return all(
      when(isTaken, 'REFERENCE_IN_USE', event.statementId),
      when(
        current != null && event.upTo !== undefined && isLater(current.upTo, believed(event.upTo, event.at)),
        'STATEMENT_STALE',
        event.statementId,
      ),
    )
  },

  'settlement.confirmed': (context, event) => statementNamed(context, event.statementId),
  'settlement.disputed': (context, event) => statementNamed(context, event.statementId),

  'settlement.deemedAccepted': (context, event) =>
    all(
      statementNamed(context, event.statementId),
      when(context.closing?.statement?.status === 'disputed', 'SETTLEMENT_DISPUTED', event.statementId),
      when(!hasRun(context, 'settlementObjection', event.at), 'NOTICE_RUNNING', event.statementId),
    ),

  'payout.ordered': (context, event) => {
    const { closing } = context
    const status = closing?.statement?.status
    const agreed = status === 'confirmed' || status === 'deemed' || phaseOf(context) === 'closed'
    return all(
      when(
        event.payoutId !== undefined && isPayout(context, event.payoutId),
        'REFERENCE_IN_USE',
        event.payoutId,
      ),
      when(!agreed, 'SETTLEMENT_NOT_CONFIRMED'),
      phaseOf(context) === 'closing' && closing?.statement != null && statementNamed(context, undefined),
      accountReady(context, event.at),
      when(settlementRest(context) <= 0, 'AMOUNT_TOO_HIGH', event.payoutId, { limit: 0 }),
      settlementRest(context) > 0 && tooHigh(event.amount, settlementRest(context), event.payoutId),
    )
  },

  'payoutAccount.changed': () => [],

  'payoutAccount.verified': (context, event) => {
    const account = context.payoutAccount
    if (account === null || (event.token !== undefined && event.token !== account.token))
      return [blocker('ACCOUNT_UNVERIFIED')]
    return all(
      when(account.enteredBy === event.by.personId, 'MAKER_IS_CHECKER'),
      when(normalised(account.name) !== normalised(context.identity.merchantName), 'NAME_MISMATCH'),
    )
  },

  'refund.ordered': (context, event) => {
    const { item: deposit, missing } = lookUp(context.deposits, event.depositId, 'DEPOSIT_UNKNOWN')
    if (missing) return missing
    const free = freeDeposit(context, deposit)
    const limit = Math.max(0, free - disputedCharges(context))
    const used = items(deposit.refunds).some(
      ({ reference, status }) =>
        reference === event.refundId && (status === 'ordered' || status === 'confirmed'),
    )
    return all(
      when(used, 'REFERENCE_IN_USE', event.refundId),
      releaseDue(context, deposit, event.at),
      items(context.charges).flatMap((charge) => {
        const amount = chargeOpen(context, charge)
        const owing = charge.status !== 'disputed' && amount > 0
        return all(when(owing, 'CHARGES_OUTSTANDING', charge.chargeId, { amount }))
      }),
      when(limit === 0, 'AMOUNT_TOO_HIGH', deposit.depositId, { limit }),
      limit > 0 && tooHigh(event.amount, limit, deposit.depositId),
      accountReady(context, event.at),
    )
  },

  'deposit.deducted': (context, event) => {
    const { item: deposit, missing } = lookUp(context.deposits, event.depositId, 'DEPOSIT_UNKNOWN')
    if (missing) return missing
    const { item: charge, missing: noCharge } = lookUp(context.charges, event.chargeId, 'CHARGE_UNKNOWN')
    if (noCharge) return noCharge
    const free = freeDeposit(context, deposit)
    const open = chargeOpen(context, charge)
    const objectionOver =
      charge.status === 'determined' || hasRun(context, `chargeObjection:${charge.chargeId}`, event.at)
    return all(
      when(!context.policy.setOffAllowed, 'NOT_TRANSFERABLE', deposit.depositId),
      when(charge.status === 'disputed', 'CHARGE_DISPUTED', charge.chargeId),
      when(charge.status === 'raised' && !objectionOver, 'NOTICE_RUNNING', charge.chargeId),
      when(open === 0, 'CHARGE_ENDED', charge.chargeId),
      when(free === 0 && open > 0, 'DEPOSIT_EXHAUSTED', deposit.depositId),
      tooHigh(event.amount, Math.min(free, open), deposit.depositId),
      when(charge.raisedBy === event.by.personId, 'MAKER_IS_CHECKER', charge.chargeId),
    )
  },

  'obligation.carriedOver': (context, event) =>
    all(
      when(
        event.obligationId !== undefined && Object.hasOwn(context.carriedOver, event.obligationId),
        'REFERENCE_IN_USE',
        event.obligationId,
      ),
      carryOver(context, event),
    ),

  'obligation.discharged': (context, event) => {
    const { item: obligation, missing } = lookUp(
      context.carriedOver,
      event.obligationId,
      'OBLIGATION_UNKNOWN',
    )
    if (missing) return missing
    // what was paid through here is settled already; nobody settles it a second time
    const left =
      obligation.kind === 'dispute' ? undefined : openPart(context, obligation.kind, obligation.ref)
    return all(
      when(obligation.discharged, 'OBLIGATION_DISCHARGED', obligation.obligationId),
      when(
        !obligation.discharged && left !== undefined && left < obligation.amount.amount,
        'AMOUNT_TOO_HIGH',
        obligation.obligationId,
        { limit: left ?? 0 },
      ),
    )
  },
}

const isPayout = ({ payouts }: LifecycleContext, payoutId: string): boolean =>
  items(payouts).some(
    ({ reference, status }) => reference === payoutId && (status === 'ordered' || status === 'confirmed'),
  )
