import type { EventType, Instant } from '../domain/index.ts'
import type {
  EventOf,
  JournalEntry,
  LifecycleContext,
  LifecycleRecord,
  StampedEvent,
} from '../machine/index.ts'
import { type Discretion, discretionFor } from './discretion.ts'

/** An entry of the journal; a stored one has its hash. */
export type Entry = JournalEntry & { readonly hash?: string }

/** A life with its whole journal, as the store has them. */
export interface LetterSource {
  readonly record: LifecycleRecord
  readonly entries: readonly Entry[]
}

export interface Told<Type extends EventType = EventType> {
  readonly entry: Entry
  readonly at: Instant
  readonly event: EventOf<Type>
}

/** The source as the papers read it. */
export interface Story extends Discretion {
  readonly record: LifecycleRecord
  readonly context: LifecycleContext
  readonly opening: Entry
  readonly entries: readonly Entry[]
  /** Events of these types, oldest first. */
  all<Type extends EventType>(...types: readonly Type[]): readonly Told<Type>[]
}

export const eventOf = ({ cause }: Entry): StampedEvent | undefined => ('type' in cause ? cause : undefined)

export const isLive = (state: Entry['from']): boolean =>
  typeof state === 'object' && state !== null && Object.hasOwn(state, 'live')

/** From here the terminal is given up. */
export const beginsClosing = ({ from, to }: Entry): boolean => isLive(from) && !isLive(to)

export const storyOf = ({ record, entries }: LetterSource): Story => {
  const [opening] = entries
  if (opening === undefined)
    throw new RangeError('A letter is made from a whole journal, and this one is empty.')
  const told = entries.flatMap((entry) => {
    const event = eventOf(entry)
    return event === undefined ? [] : [{ entry, at: entry.at, event }]
  })
  const all = <Type extends EventType>(...types: readonly Type[]) => {
    const isWanted = (one: Told): one is Told<Type> & Told =>
      (types as readonly string[]).includes(one.event.type)
    return told.filter(isWanted)
  }
  const { context } = record
  return { record, context, opening, entries, all, ...discretionFor(context, all) }
}
