import { type Blocker, blocker, type EventOn, isSamePerson } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { methodAsked } from '../facts/account.ts'
import { chargeOpen, disputedCharges } from '../facts/charges.ts'
import { hasRun } from '../facts/clocks.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { hasCustodyVerdict, undecidedDevices } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Deposit } from '../shape/deposits.ts'
import { moneyReady } from './account.ts'
import { type Rules, report, tooHigh } from './kit.ts'

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

export const depositRules: Rules<EventOn<'deposits'>> = {
  'refund.confirmed': report,
  'refund.failed': report,
  'refund.returned': report,

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
