import { type Blocker, blocker, type EventOn, isSamePerson } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { methodAsked } from '../facts/account.ts'
import { chargeOpen, disputedCharges } from '../facts/charges.ts'
import { hasRun } from '../facts/clocks.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { hasCustodyVerdict, undecidedDevices } from '../facts/devices.ts'
import { items, sum } from '../facts/kit.ts'
import type { Charge } from '../shape/charges.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import { moneyReady } from './account.ts'
import { type Rules, report, tooHigh } from './kit.ts'

/**
 * What the deposit was kept for: devices, or disputes that may still come. A case that is open keeps nothing back by itself: it is
 * no claim until it is lost, and who wants its money kept places a hold on payouts.
 */
const releaseDue = (context: LifecycleContext, deposit: Deposit, at: string): readonly Blocker[] => {
  if (deposit.releaseRule === 'guaranteeTail')
    return all(
      when(!hasRun(context, `guaranteeTail:${deposit.depositId}`, at), 'RELEASE_NOT_DUE', deposit.depositId),
    )
  return [
    ...items(context.devices)
      .filter((device) => !hasCustodyVerdict(device))
      .map(({ serial }) => blocker('CUSTODY_OPEN', serial)),
    ...undecidedDevices(context).map(({ serial }) => blocker('DAMAGE_UNDECIDED', serial)),
  ]
}

const owing = (context: LifecycleContext, isMeant: (charge: Charge) => boolean): readonly Blocker[] =>
  items(context.charges).flatMap((charge) => {
    const amount = chargeOpen(context, charge)
    return all(when(isMeant(charge) && amount > 0, 'CHARGES_OUTSTANDING', charge.chargeId, { amount }))
  })

/** So much of a deposit, given back or given back once more. */
export const refundBlockers = (
  context: LifecycleContext,
  deposit: Deposit,
  { amount, at }: { readonly amount?: { readonly amount: number } | undefined; readonly at: string },
): readonly Blocker[] => {
  const limit = Math.max(0, freeDeposit(context, deposit) - disputedCharges(context))
  return all(
    releaseDue(context, deposit, at),
    owing(context, ({ status }) => status !== 'disputed'),
    when(limit === 0, 'AMOUNT_TOO_HIGH', deposit.depositId, { limit }),
    limit > 0 && tooHigh(amount, limit, deposit.depositId),
  )
}

/** Why a refund that was ordered goes out no more: its time has not come after all, or what stays does not cover what is owed. */
export const refundOvertaken = (
  context: LifecycleContext,
  deposit: Deposit,
  at: string,
): readonly Blocker[] => {
  const owed = sum(items(context.charges).map((charge) => chargeOpen(context, charge)))
  const isCovered = owed <= freeDeposit(context, deposit)
  return [...releaseDue(context, deposit, at), ...(isCovered ? [] : owing(context, () => true))]
}

export const depositRules: Rules<EventOn<'deposits'>> = {
  'refund.confirmed': report,
  'refund.failed': report,
  'refund.returned': report,

  'refund.ordered': (context, event) => {
    const { item: deposit, missing } = lookUp(context.deposits, event.depositId, 'DEPOSIT_UNKNOWN')
    if (missing) return missing
    const used = items(deposit.refunds).some(
      ({ reference, status }) =>
        reference === event.refundId && (status === 'ordered' || status === 'confirmed'),
    )
    return all(
      when(used, 'REFERENCE_IN_USE', event.refundId),
      refundBlockers(context, deposit, event),
      moneyReady(context, event.method ?? methodAsked(context), event.at),
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
      // what is met leaves nothing to object to, and no clock that somebody could wait for
      when(open > 0 && charge.status === 'raised' && !objectionOver, 'NOTICE_RUNNING', charge.chargeId),
      when(open === 0, 'CHARGE_ENDED', charge.chargeId),
      when(free === 0 && open > 0, 'DEPOSIT_EXHAUSTED', deposit.depositId),
      tooHigh(event.amount, Math.min(free, open), deposit.depositId),
      when(isSamePerson(charge.raisedBy, event.by.personId), 'MAKER_IS_CHECKER', charge.chargeId),
    )
  },
}
