import type { Money } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'

const listed = new WeakMap<object, readonly unknown[]>()

/** What stands in a ledger. Listed once for each: no ledger ever changes, and the rules of one step ask for the same ones. */
export const items = <Item>(ledger: Readonly<Record<string, Item>>): readonly Item[] => {
  const known = listed.get(ledger)
  if (known) return known as readonly Item[]
  const all = Object.values(ledger)
  listed.set(ledger, all)
  return all
}

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)

/** Is it in the currency of this life? Money in another one is kept as it was told, and counts for nothing. */
export const isOurs = ({ identity }: LifecycleContext, { currency }: Money): boolean =>
  currency === identity.currency

/**
 * Asked once of what is asked about again and again: within a step the chart, rules and ledgers ask the same of one context or
 * one event. Only the newest answer is kept; what is asked about must not change.
 */
export const askedOnce = <About extends object, Answer>(
  ask: (about: About) => Answer,
): ((about: About) => Answer) => {
  let newest: { readonly about: About; readonly answer: Answer } | undefined
  return (about) => {
    if (newest?.about !== about) newest = { about, answer: ask(about) }
    return newest.answer
  }
}
