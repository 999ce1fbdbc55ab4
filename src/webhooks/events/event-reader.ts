import type { Unknown } from '../../contract/index.ts'
import { maskSecrets } from '../../domain/index.ts'
import type { InputIssue } from '../../errors/index.ts'
import type { Envelope } from './envelope.ts'

/** An event of a type, or in a form, that this version does not know: kept as it came, and never an error. */
export interface UnknownEvent {
  /** `unknown(settlement.split)`: never the same as a type that is known. */
  readonly type: Unknown
  /** ISO 8601: when it happened, not when it was sent. */
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The event, or what is wrong with the body; never the refused value. */
export type ReadEvent<Event> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly issues: readonly InputIssue[] }

/** Makes an event of parsed JSON. `reportedEvents` and `changeEvents` are two; another vendor's needs one of its own. */
export type EventReader<Event> = (payload: unknown) => ReadEvent<Event>

/** `unknown(…)` keeps the type readable and apart from every known one. Whoever hears of it prints it: a secret in it is masked. */
export const unknownEvent = ({ type, timestamp, data }: Envelope): UnknownEvent => ({
  type: `unknown(${maskSecrets(type)})`,
  timestamp,
  data,
})
