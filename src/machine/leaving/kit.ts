import type { Instant } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Ledger } from '../shape/kit.ts'

/** What of a ledger stays, asked before an event that comes at `at`: the ledger itself where nothing leaves. */
export type Leaves<K extends keyof LifecycleContext> = (
  context: LifecycleContext,
  at: Instant,
) => LifecycleContext[K]

export const only = <Item>(ledger: Ledger<Item>, stays: (item: Item) => boolean): Ledger<Item> =>
  Object.fromEntries(Object.entries(ledger).filter(([, item]) => stays(item)))

/** Without what is over, but for the newest of that. */
export const newestOf = <Item>(
  ledger: Ledger<Item>,
  most: number,
  isOver: (item: Item) => boolean,
): Ledger<Item> => {
  if (Object.keys(ledger).length <= most) return ledger
  const over = Object.values(ledger).filter(isOver)
  if (over.length <= most) return ledger
  const left = new Set(over.slice(0, -most))
  return only(ledger, (item) => !left.has(item))
}
