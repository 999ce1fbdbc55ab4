import { dayOf } from './default-zone.ts'
import type { Money } from './money.ts'

/** Something that the provider publishes in versions; who relies on it names the version that was read. */
export interface Dated {
  readonly version: string
  /** First and last calendar day in force, YYYY-MM-DD; without `until` still in force. */
  readonly from: string
  readonly until?: string | undefined
}

/** A dated procedure of the provider; an application names the version that was read. */
export interface Procedure extends Dated {}

/** A dated table of fees; a charge names the version it was made from. */
export interface FeeTable extends Dated {}

/** What one item costs: all of it, in one amount. What is reckoned by month, by piece or by the cent stands in no table. */
export interface Price {
  /** A kind of charge. */
  readonly kind: string
  /** Only for devices of this model. */
  readonly model?: string | undefined
  readonly amount: Money
}

/** A table of fees with the amounts that stand in it. */
export interface PricedFeeTable extends FeeTable {
  readonly prices?: readonly Price[] | undefined
}

/** Whoever read the old one shortly before it changed has read the right one. */
const graceMs = 30 * 86_400_000

/** Those that were in force within thirty days before the instant. */
export const inForce = <Version extends Dated>(
  versions: readonly Version[],
  at: string,
): readonly Version[] => {
  const earliest = dayOf(new Date(Date.parse(at) - graceMs).toISOString())
  return versions.filter(({ from, until }) => from <= dayOf(at) && (until === undefined || earliest <= until))
}

/** What a table says of an item: of its model if there is such a price, of any if the model is not known. */
export const pricesOf = (
  { prices = [] }: PricedFeeTable,
  { kind, model, currency }: { kind: string; model: string | undefined; currency: string },
): readonly number[] => {
  const all = prices.filter((price) => price.kind === kind && price.amount.currency === currency)
  const own = all.filter((price) => price.model === model)
  const fitting = own.length > 0 ? own : all.filter((price) => price.model === undefined)
  return (model === undefined ? all : fitting).map(({ amount }) => amount.amount)
}
