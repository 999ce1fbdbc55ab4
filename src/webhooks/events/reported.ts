import { isUnknown, terminalNumbers } from '../../contract/index.ts'
import { eventTypes } from '../../domain/index.ts'
import type { InputIssue } from '../../errors/index.ts'
import { type LifecycleEvent, OrderId, Reference } from '../../schemas/index.ts'
import { type Envelope, readEnvelope } from './envelope.ts'
import { type ReadEvent, type UnknownEvent, unknownEvent } from './event-reader.ts'
import { readLifecycleEvent } from './read-lifecycle-event.ts'

/** Whose terminal it is: one of the three is there, and the first of them counts. */
export interface EventSubject {
  readonly lifecycleId?: string | undefined
  /** The order that it answers; also a member of events that name one. */
  readonly orderId?: string | undefined
  /** `{acquirerId}:{merchantId}:{terminalId}`, as `terminalRef` writes it: for systems that know nothing else. */
  readonly terminalRef?: string | undefined
}

type Reported<Event extends { type: string }> = Event extends unknown
  ? {
      readonly type: Event['type']
      /** ISO 8601: when it happened, not when it was sent. */
      readonly timestamp: string
      /** As it came, without members that are not known, and `subject` apart. */
      readonly data: Omit<Event, 'type'>
      readonly subject: EventSubject
    }
  : never

/** What a system of the acquirer reports: a `LifecycleEvent` on its way. */
export type ReportedEvent = Reported<LifecycleEvent>

/** Narrow on `type`: each type has its own `data`. */
export type ReceivedEvent = ReportedEvent | UnknownEvent

/** Nobody reports that a clock of ours has run. */
const isKnown = (type: string): type is LifecycleEvent['type'] =>
  type !== 'timer.due' && (eventTypes as readonly string[]).includes(type)

const subjectSchemas = {
  lifecycleId: (value: string) => Reference.safeParse(value).success,
  orderId: (value: string) => OrderId.safeParse(value).success,
  terminalRef: (value: string) => terminalNumbers(value) !== undefined,
} as const satisfies Record<keyof EventSubject, (value: string) => boolean>
const subjectNames = Object.keys(subjectSchemas) as (keyof EventSubject)[]

const subjectOf = (data: Envelope['data']): EventSubject | readonly InputIssue[] => {
  const given = subjectNames.filter((name) => data[name] !== undefined)
  if (given.length === 0) return [{ path: '/data/lifecycleId', code: 'REQUIRED' }]
  const wrong = given.filter((name) => {
    const value = data[name]
    return typeof value !== 'string' || !subjectSchemas[name](value)
  })
  if (wrong.length > 0) return wrong.map((name) => ({ path: `/data/${name}`, code: 'INVALID_FORMAT' }))
  return Object.fromEntries(given.map((name) => [name, data[name]]))
}

/** Is it an event that can be told to a record? */
export const isReported = (event: ReceivedEvent): event is ReportedEvent => !isUnknown(event.type)

const isList = (value: object): value is readonly InputIssue[] => Array.isArray(value)

/**
 * Reads what a system reports: `type` is the type of a `LifecycleEvent`, `data` its members beside `lifecycleId`, `orderId` or
 * `terminalRef`. Types that this version does not know come as `UnknownEvent`, and members that it does not know are left out.
 *
 * @example verifyWebhook(message, { keys, clock, events: reportedEvents })
 */
export const reportedEvents = (payload: unknown): ReadEvent<ReceivedEvent> => {
  const envelope = readEnvelope(payload)
  if (isList(envelope)) return { ok: false, issues: envelope }
  const { type, timestamp, data } = envelope
  if (!isKnown(type)) return { ok: true, event: unknownEvent(envelope) }
  const subject = subjectOf(data)
  if (isList(subject)) return { ok: false, issues: subject }
  // `orderId` is a member of some events as well: where it is none, it is left out as if it were new.
  const { lifecycleId: _, terminalRef: __, ...members } = data
  const read = readLifecycleEvent({ ...members, type })
  if (!read.ok) {
    return { ok: false, issues: read.issues.map(({ path, code }) => ({ path: `/data${path}`, code })) }
  }
  const { type: ___, ...told } = read.event
  // The type and its own data, taken apart a line above.
  return { ok: true, event: { type, timestamp, data: told, subject } as ReportedEvent }
}
