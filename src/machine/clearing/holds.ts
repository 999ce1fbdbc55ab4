import type { Blocker, SuspensionReason } from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { isOurs, items, sum } from '../facts/kit.ts'
import { inArrears } from '../facts/paid.ts'
import type { Charge } from '../shape/charges.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Dispute } from '../shape/disputes.ts'
import type { Hold } from '../shape/holds.ts'
import { all, when } from './kit.ts'

type Standing = (context: LifecycleContext, holdId: string) => readonly Blocker[]

/** What is owed: the charge that the hold names, and where it names none, whatever is open. */
export const debtOf = (context: LifecycleContext, { chargeId, code }: Hold): readonly Charge[] =>
  chargeId === null && !inArrears.has(code)
    ? []
    : items(context.charges).filter(
        (charge) => (chargeId === null || charge.chargeId === chargeId) && chargeOpen(context, charge) > 0,
      )

/** Money for which the hold stands and which is still open: to be paid before anybody asks that the hold be cleared. */
export const debtOpen = (context: LifecycleContext, hold: Hold): readonly Blocker[] =>
  all(when(debtOf(context, hold).length > 0, 'REMEDY_OPEN', hold.holdId))

const openDisputes = ({ disputes }: LifecycleContext): readonly Dispute[] =>
  items(disputes).filter(({ status, carriedOver }) => status === 'open' && !carriedOver)
const disputedCharges = (context: LifecycleContext): readonly Charge[] =>
  items(context.charges).filter((charge) => charge.status === 'disputed' && chargeOpen(context, charge) > 0)

const disputes: Standing = (context, holdId) =>
  all(when(openDisputes(context).length > 0 || disputedCharges(context).length > 0, 'DISPUTE_OPEN', holdId))

/** Minor units that keep a hold: what a waiver has to come to if it is to end it. */
export const amountOpen = (context: LifecycleContext, hold: Hold): number => {
  const isDispute = hold.code === 'ACCOUNT_DISPUTE'
  const charges = new Set([...debtOf(context, hold), ...(isDispute ? disputedCharges(context) : [])])
  const cases = isDispute ? openDisputes(context).filter(({ amount }) => isOurs(context, amount)) : []
  return (
    sum([...charges].map((charge) => chargeOpen(context, charge))) +
    sum(cases.map(({ amount }) => amount.amount))
  )
}

/** An account counts once somebody has verified it, which nobody can in another name. */
const account: Standing = ({ payoutAccount }, holdId) =>
  all(when(!payoutAccount?.verifiedBy, 'ACCOUNT_UNVERIFIED', holdId))

/** The fact that a reason stands for, beside the money: what must be settled before its hold is over. */
const facts: Readonly<Partial<Record<SuspensionReason, Standing>>> = {
  ACCOUNT_DISPUTE: disputes,
  SETTLEMENT_ACCOUNT_CHANGED: account,
  // where no account is on record, it is another one that is abnormal
  ACCOUNT_ABNORMAL: (context, holdId) => (context.payoutAccount ? account(context, holdId) : []),
}

/**
 * The hold's own charge, case or account, while it is still open: no path releases such a hold but two people who have an
 * agreement or a waiver.
 */
export const causeOpen = (context: LifecycleContext, hold: Hold): readonly Blocker[] => [
  ...debtOpen(context, hold),
  ...(facts[hold.code]?.(context, hold.holdId) ?? []),
]
