import type { InputIssue } from '../../errors/index.ts'
import { type LifecycleEvent, Reference } from '../../schemas/index.ts'
import { type Envelope, readEnvelope } from './envelope.ts'
import { type ReadEvent, type UnknownEvent, unknownEvent } from './event-reader.ts'
import { readLifecycleEvent } from './read-lifecycle-event.ts'

interface Changed<Type extends string, Event> {
  readonly type: Type
  /** ISO 8601: when the record took it. */
  readonly timestamp: string
  readonly data: {
    readonly lifecycleId: string
    /** Of the record after it; one more for each change. */
    readonly version: number
    /** As this subscriber may read it. */
    readonly event: Event
  }
}

type ChangedBy<Event extends { type: string }> = Event extends unknown ? Changed<Event['type'], Event> : never

/** What an acquirer tells its subscribers: a record has changed, and by what. */
export type ChangeEvent =
  | ChangedBy<LifecycleEvent>
  | Changed<'opened' | 'timer.due' | 'migrated', Readonly<Record<string, unknown>>>

/** Narrow on `type`: each type has its own `data.event`. */
export type ReceivedChange = ChangeEvent | UnknownEvent

const ownTypes: readonly string[] = ['opened', 'timer.due', 'migrated']

/** Where a change stands, in whatever event: what a follower needs of it. */
export const placeIn = (
  data: Envelope['data'],
): { readonly lifecycleId: string; readonly version: number } | undefined => {
  const { lifecycleId, version } = data
  const isLife = typeof lifecycleId === 'string' && Reference.safeParse(lifecycleId).success
  const isVersion = typeof version === 'number' && Number.isSafeInteger(version) && version >= 0
  return isLife && isVersion ? { lifecycleId, version } : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: object): value is readonly InputIssue[] => Array.isArray(value)

/**
 * Reads what an acquirer tells of its records. Whatever this version does not understand, a new type or a new form of an old one,
 * comes as `UnknownEvent`: that something has changed is then still known, and the case can be read.
 *
 * @example verifyWebhook(message, { keys, clock, events: changeEvents })
 */
export const changeEvents = (payload: unknown): ReadEvent<ReceivedChange> => {
  const envelope = readEnvelope(payload)
  if (isList(envelope)) return { ok: false, issues: envelope }
  const { type, timestamp, data } = envelope
  const place = placeIn(data)
  const { event } = data
  if (!place || !isObject(event)) return { ok: true, event: unknownEvent(envelope) }
  if (ownTypes.includes(type)) {
    return { ok: true, event: { type, timestamp, data: { ...place, event } } as ChangeEvent }
  }
  const read = readLifecycleEvent({ ...event, type })
  if (!read.ok) return { ok: true, event: unknownEvent(envelope) }
  // The type is that of the event, which was read a line above.
  return { ok: true, event: { type, timestamp, data: { ...place, event: read.event } } as ChangeEvent }
}
