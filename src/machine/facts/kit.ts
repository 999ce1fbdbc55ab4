import type { Money } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'

export const items = <Item>(ledger: Readonly<Record<string, Item>>): Item[] => Object.values(ledger)

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)

/** Is it in the currency of this life? Money in another one is kept as it was told, and counts for nothing. */
export const isOurs = ({ identity }: LifecycleContext, { currency }: Money): boolean =>
  currency === identity.currency
