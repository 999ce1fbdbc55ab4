import { maskedReport } from '../domain/index.ts'
import { contentOf, fieldsOf, keyOf, lastTold, nameOf, valuesOf } from './facts/told.ts'
import type { Command } from './shape/answers.ts'
import type { LifecycleRecord, StampedEvent } from './shape/record.ts'
import { always, type Told } from './shape/told.ts'

/** What a report is known by in its life. */
export interface ReportKey {
  /** In `told` of the record. */
  readonly name: string
  /** Its type, and the values of its natural key as they are kept: secrets masked, what is left out `null`. */
  readonly values: readonly unknown[]
}

/** Of these the rest of a command is not needed. */
type Telling = Command | { readonly event: StampedEvent; readonly actor: StampedEvent['by'] }

/** Nothing for a request and for a clock: those are never the same by what they say alone. */
export function reportKey(command: Telling): ReportKey | undefined {
  if (!('event' in command)) return undefined
  const { event, actor } = command
  const key = keyOf(event)
  if (key === undefined) return undefined
  const fields = fieldsOf(key, event).map((field) => [
    field,
    (event as Readonly<Record<string, unknown>>)[field],
  ])
  // masked as `step` masks the whole: string by string
  const said = maskedReport({ ...Object.fromEntries(fields), type: event.type }, actor.role)
  return { name: nameOf(said), values: [event.type, ...valuesOf(key, said)] }
}

/** What the record still remembers under this name. */
export const toldAs = ({ context: { told } }: LifecycleRecord, name: string): Told | undefined =>
  lastTold(told, name)

/**
 * What of a report is remembered that the rules of today have not judged: all that an older release wrote down. One that came
 * with an issue may not have counted.
 */
export const toldOf = (
  event: StampedEvent,
  issues: readonly unknown[],
): Pick<Told, 'content' | 'counted'> => ({
  content: contentOf(event),
  counted: issues.length === 0,
})

/**
 * The record as it would be had it never forgotten this report. Only to be asked whether the report is a repeat: what is kept is
 * made from the record as it is, because the journal tells nothing of what was remembered elsewhere.
 */
export const reminded = (
  record: LifecycleRecord,
  name: string,
  { content, counted }: Pick<Told, 'content' | 'counted'>,
): LifecycleRecord => {
  const { context } = record
  // behind the hours, so that it is what was told last
  const { [always]: kept = {}, ...hours } = context.told
  const told = { ...hours, [always]: { ...kept, [name]: { content, counted } } }
  return { ...record, context: { ...context, told } }
}
