import type { Actor, DocumentRef } from 'terminal-lifecycle/domain'
import type { LifecycleInput, LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Document, LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { Fault } from 'terminal-lifecycle/testing'
import type { Shop } from './shops.ts'

/** What somebody knows who is about to act. */
export interface Situation {
  readonly life: Life
  readonly record: LifecycleRecord
  /** Business time of the act. */
  readonly at: string
  /** Puts a paper on file; what comes back is all that an event carries of it. */
  file(document: Document): Promise<DocumentRef>
}

export type EventOf = (situation: Situation) => LifecycleEvent | Promise<LifecycleEvent>

/** Somebody did something, so many days ago. */
export interface Act {
  readonly daysAgo: number
  /** HH:MM in China. */
  readonly time: string
  readonly by: Actor
  readonly event: EventOf
  /** What goes wrong in the acquirer's systems from here on. */
  readonly faults?: readonly Fault[] | undefined
  /** What it ordered is accepted, and its end is not told until somebody lets it go. */
  readonly neverEnds?: true | undefined
}

/** One terminal of the demonstration: how it was opened, and what happened to it since. */
export interface Life {
  readonly lifecycleId: string
  readonly shop: Shop
  readonly terminalId: string
  readonly serial: string
  readonly openedDaysAgo: number
  readonly opening?: Partial<LifecycleInput> | undefined
  /** What the systems know: money that was earned, in minor units. */
  readonly unsettled?: number | undefined
  readonly acts: readonly Act[]
}

const china = 8 * 3_600_000
const day = 86_400_000

/** Business time as the demonstration writes it: days before now, at an hour in China. */
export const instantAt = (now: number, daysAgo: number, time: string): string => {
  const today = new Date(now + china).toISOString().slice(0, 10)
  const then = new Date(Date.parse(`${today}T${time}:00.000Z`) - daysAgo * day)
  return then.toISOString().replace('Z', '+08:00')
}

export const instantOf = (milliseconds: number): string =>
  new Date(milliseconds + china).toISOString().replace('Z', '+08:00')

/** A day so many days from now, for forms and papers. */
export const dayFrom = (at: string, days: number): string =>
  instantOf(Date.parse(at) + days * day).slice(0, 10)

export const act = (
  daysAgo: number,
  time: string,
  { actor }: { readonly actor: Actor },
  event: EventOf,
  ...faults: readonly Fault[]
): Act => ({ daysAgo, time, by: actor, event, ...(faults.length > 0 && { faults }) })
