import type { LifecycleContext } from '../shape/context.ts'
import { amountCarriedOver } from './obligations.ts'
import { inFlight, paidOut } from './transfers.ts'

/** The charge that the library raises for what the merchant owes by the settlement; nobody else may use its name. */
export const settlementCharge = 'settlement:net'

/**
 * What the settlement comes to for the merchant: the statement's net, with what it met too much, and with what it was paid
 * too much, for that is charged; a negative net is a charge and nothing else.
 */
export const settlementOwed = ({ closing, credit, charges }: LifecycleContext): number => {
  if (!closing?.statement) return credit
  const { net, charged = charges[settlementCharge]?.amount.amount ?? 0 } = closing.statement
  return credit + Math.max(0, net + charged)
}

/** What the host may go on calling unsettled: two people agreed that it outlives the closure. */
export const settlementCarriedOver = ({ closing }: LifecycleContext): number =>
  closing?.settlementCarriedOver ?? 0

/** What of the settlement is neither paid, on its way nor carried over; never negative, a negative net is a charge. */
export const settlementRest = (context: LifecycleContext): number => {
  const { closing } = context
  if (closing === null) return 0
  const spent = amountCarriedOver(context, closing.settlementCarriedOver, 'settlement')
  return Math.max(0, settlementOwed(context) - paidOut(context.payouts) - inFlight(context.payouts) - spent)
}
