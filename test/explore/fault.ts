/** What is held against every state and every step. */
const laws = {
  INVARIANTS: 'every invariant of the machine holds',
  MONEY: 'every unit is where it was told to be',
  REFUSED_CHANGES_NOTHING: 'who is refused leaves the record as it was, and hears why',
  EXPLAINED: 'nothing is in the way exactly when it is accepted',
  TOLD_TWICE: 'a report told twice changes nothing the second time',
  EITHER_ORDER: 'reports about different things lead to the same in either order',
  HIDDEN: 'nothing tells cause, author or reference of a hidden hold',
  SAMENESS: 'records that count as one state lead to the same states',
  WAY_OUT: 'provider, systems and clocks alone come to an end from here',
} as const
export type Law = keyof typeof laws

export interface Fault {
  readonly law: Law
  readonly detail: string
  /** What was said from the beginning, the shortest way there is. */
  readonly trace: readonly string[]
}
