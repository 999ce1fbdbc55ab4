import type { Blocker, SuspensionReason } from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { all, when } from './kit.ts'

type Standing = (context: LifecycleContext, holdId: string) => readonly Blocker[]

/** What is owed: the charge that the hold names, and where it names none, whatever is open. */
const debt = ({ charges }: LifecycleContext, { chargeId }: Hold) =>
  items(charges).filter((charge) => chargeId === null || charge.chargeId === chargeId)

const inArrears = new Set<SuspensionReason>(['ACCOUNT_ARREARS', 'ACCOUNT_INSUFFICIENT_BALANCE'])

/** Money for which the hold stands and which is still open: to be paid before anybody asks that the hold be cleared. */
export const debtOpen = (context: LifecycleContext, hold: Hold): readonly Blocker[] => {
  const isAboutMoney = hold.chargeId !== null || inArrears.has(hold.code)
  const open = isAboutMoney && debt(context, hold).some((charge) => chargeOpen(context, charge) > 0)
  return all(when(open, 'REMEDY_OPEN', hold.holdId))
}

const disputes: Standing = (context, holdId) =>
  all(
    when(
      items(context.disputes).some(({ status, carriedOver }) => status === 'open' && !carriedOver) ||
        items(context.charges).some(
          (charge) => charge.status === 'disputed' && chargeOpen(context, charge) > 0,
        ),
      'DISPUTE_OPEN',
      holdId,
    ),
  )

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
