import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { isOpeningKey, type OpeningKey } from './openings.ts'
import { isPersonKey, type PersonKey } from './people.ts'

/** How a system ends an order: it was done, it was refused for good, or nobody knows. */
export const orderEnds = ['done', 'failed', 'unknown'] as const
export type OrderEnd = (typeof orderEnds)[number]

/** What somebody at the page does. Only what was accepted is kept. */
export type Act =
  | { readonly who: PersonKey; readonly event: LifecycleEvent }
  /** The clock goes on until then; what falls due on its way is told. */
  | { readonly clock: string }
  | { readonly order: string; readonly end: OrderEnd }
  /** The systems carry out all that is ordered, and what follows from it. */
  | { readonly systems: 'all' }

/** All of it: the same acts from the same opening lead to the same record. */
export interface Case {
  readonly opening: OpeningKey
  readonly acts: readonly Act[]
  /** Through whose eyes it is looked at. */
  readonly who?: PersonKey | undefined
}

/** Longer cases are not told here. */
const mostActs = 300

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))

const isAct = (value: unknown): value is Act => {
  if (typeof value !== 'object' || value === null) return false
  const act = value as Record<string, unknown>
  if ('who' in act) return isPersonKey(act.who) && typeof act.event === 'object' && act.event !== null
  if ('clock' in act) return isInstant(act.clock)
  if ('order' in act) return typeof act.order === 'string' && orderEnds.some((end) => end === act.end)
  return act.systems === 'all'
}

/** Read from an address: whoever wrote it may have written anything. */
export const isCase = (value: unknown): value is Case => {
  if (typeof value !== 'object' || value === null) return false
  const { opening, acts, who } = value as Partial<Record<keyof Case, unknown>>
  if (who !== undefined && !isPersonKey(who)) return false
  return isOpeningKey(opening) && Array.isArray(acts) && acts.length <= mostActs && acts.every(isAct)
}
