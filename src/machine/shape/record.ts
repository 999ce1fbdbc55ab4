import type { Actor, Instant } from '../../domain/index.ts'
import type { LifecycleEvent } from '../../schemas/index.ts'
import type { LifecycleContext } from './context.ts'

/** The newest format that is written; older ones are brought forward when they are read. */
export const recordFormat = 2

/** Nested state names, as XState writes them: `{ live: { service: 'inService', application: 'none' } }`. */
export type StateValue = string | { [key: string]: StateValue | undefined }

/** A due deadline, as the chart sees it; callers send `{ timer: id }`. */
export interface TimerDue {
  type: 'timer.due'
  deadlineId: string
}

/** What the chart sees: an event with who sent it, when, and the number it has in the journal. */
export type StampedEvent = (LifecycleEvent | TimerDue) & { by: Actor; at: Instant; seq: number }

/** A terminal's life as it is stored: ours, not XState's snapshot. Plain JSON, equal to the fold of its journal. */
export interface LifecycleRecord {
  format: typeof recordFormat
  machineVersion: string
  lifecycleId: string
  /** 0 when opened, one more for each accepted command that was not a repeat. */
  version: number
  /** Of the newest event; never goes backwards. */
  at: Instant
  value: StateValue
  context: LifecycleContext
}
