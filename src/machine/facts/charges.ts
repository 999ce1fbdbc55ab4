import type { Charge } from '../shape/charges.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { items, sum } from './kit.ts'
import { amountCarriedOver } from './obligations.ts'

export const chargePaid = (charge: Charge): number => sum(Object.values(charge.payments))

/** Minor units of a charge that are neither met nor carried over. */
export const chargeOpen = (context: LifecycleContext, charge: Charge): number =>
  Math.max(
    0,
    charge.amount.amount -
      chargePaid(charge) -
      amountCarriedOver(context, charge.carriedOver, 'charge', charge.chargeId),
  )

/** Minor units that a refund must leave alone, because the parties still argue about them. */
export const disputedCharges = (context: LifecycleContext): number =>
  sum(
    items(context.charges).flatMap((charge) =>
      charge.status === 'disputed' ? [chargeOpen(context, charge)] : [],
    ),
  )

/** The library itself gives such names to charges and payments that follow from facts. */
export const isReservedCharge = (name: string): boolean =>
  /^(settlement|dispute|overpayment|deposit):/.test(name)

/**
 * Charges for a damage whose cause nobody could tell: a third person says what of them stands. What was charged on another look at
 * the same device is none of them.
 */
export const unassessed = ({ charges }: LifecycleContext, ground: string): readonly Charge[] =>
  items(charges).filter(
    (charge) => charge.ground === ground && charge.unassessed === true && charge.status !== 'determined',
  )
