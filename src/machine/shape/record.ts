import type { Actor, Instant } from '../../domain/index.ts'
import type { LifecycleEvent } from '../../schemas/index.ts'
import type { LifecycleContext } from './context.ts'

/** The newest format that is written; older ones are brought forward when they are read. */
export const recordFormat = 2

/** Nested state names, as XState writes them: `{ live: { service: 'inService', application: 'none' } }`. */
export type StateValue = string | { readonly [key: string]: StateValue | undefined }

/** A due deadline, as the chart sees it; callers send `{ timer: id }`. */
export interface TimerDue {
  readonly type: 'timer.due'
  readonly deadlineId: string
}

/** What the chart sees: an event with who sent it, when, and the number it has in the journal. */
export type StampedEvent = (LifecycleEvent | TimerDue) & { by: Actor; at: Instant; seq: number }

/**
 * A terminal's life as it is stored: ours, not XState's snapshot. Plain JSON, equal to the fold of its journal.
 *
 * It never changes, and what is read off it is remembered with it. Whoever wants another one makes it: `{ ...record, version: 3 }`.
 */
export interface LifecycleRecord {
  readonly format: typeof recordFormat
  readonly machineVersion: string
  readonly lifecycleId: string
  /** 0 when opened, one more for each accepted command that was not a repeat. */
  readonly version: number
  /** Of the newest event; never goes backwards. */
  readonly at: Instant
  readonly value: StateValue
  readonly context: Readonly<LifecycleContext>
}
