import {
  type Blocker,
  blocker,
  type Catalogues,
  feeTableInForce,
  pricesOf,
  wasInForce,
} from '../../domain/index.ts'
import { disputedCharges } from '../facts/charges.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { undecidedDevices } from '../facts/devices.ts'
import { sum } from '../facts/kit.ts'
import type { Asked } from '../rules/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'

export type FeeTables = NonNullable<Catalogues['feeTables']>

/**
 * Minor units that stay back for what inspections found and nobody has decided on: of each finding the highest price that it
 * may be charged at. `undefined`: one has no price, and then nothing is free.
 */
const keptBack = (feeTables: FeeTables, context: LifecycleContext, at: string): number | undefined => {
  const { currency } = context.identity
  const now = feeTableInForce({ feeTables }, at)
  const findings = undecidedDevices(context).flatMap(({ undecided, model }) =>
    undecided.map((kind) => ({ kind, model: model ?? undefined, currency })),
  )
  const prices = findings.map((finding) => {
    if (now === undefined || pricesOf(now, finding).length === 0) return undefined
    const named = feeTables.filter((table) => wasInForce(table, at))
    return Math.max(...named.flatMap((table) => pricesOf(table, finding)))
  })
  const known = prices.filter((price) => price !== undefined)
  return known.length < prices.length ? undefined : sum(known)
}

/** A finding that the fee table prices keeps back its price, and not the whole pledge. */
export const asPriced = (
  feeTables: FeeTables,
  context: LifecycleContext,
  { depositId, amount, at }: Asked<'refund.ordered'>,
  byRules: readonly Blocker[],
): readonly Blocker[] => {
  const deposit = depositId === undefined ? undefined : context.deposits[depositId]
  const isUndecided = byRules.some(({ code }) => code === 'DAMAGE_UNDECIDED')
  const kept = isUndecided ? keptBack(feeTables, context, at) : undefined
  if (deposit === undefined || kept === undefined) return byRules
  const limit = freeDeposit(context, deposit) - disputedCharges(context) - kept
  if (limit <= 0) return byRules
  const isTooHigh = amount !== undefined && amount.amount > limit
  return [
    ...byRules.filter(({ code }) => code !== 'DAMAGE_UNDECIDED' && code !== 'AMOUNT_TOO_HIGH'),
    ...(isTooHigh ? [blocker('AMOUNT_TOO_HIGH', deposit.depositId, { limit })] : []),
  ]
}
