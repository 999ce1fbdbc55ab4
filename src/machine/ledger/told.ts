import type { Instant } from '../../domain/index.ts'
import { isLater, milliseconds, unitMs } from '../facts/time.ts'
import { contentOf, keyOf, nameOf, namesOccurrence, toldBefore } from '../facts/told.ts'
import { isUnfinished } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { isObject } from '../shape/kinds.ts'
import type { StampedEvent } from '../shape/record.ts'
import { always, type ToldReports } from '../shape/told.ts'
import { isOvertaken } from './tail.ts'
import type { Turn } from './turn.ts'

type Named = Readonly<Record<string, unknown>>

/** A week of them. */
const mostHours = 168

/** What a repeat may add again and again without anything having changed. */
const aside: ReadonlySet<string> = new Set([
  'issues',
  'tail',
  'told',
  'deadlines',
  'requests',
  'followUps',
  'notes',
  'unreachable',
] satisfies (keyof LifecycleContext)[])

const differs = (a: unknown, b: unknown): boolean =>
  a !== b && (a === undefined || b === undefined || JSON.stringify(a) !== JSON.stringify(b))

/** Item by item, so that only those are compared that were written. */
const changed = (name: string, before: unknown, after: unknown): boolean => {
  if (before === after || aside.has(name)) return false
  if (!isObject(before) || !isObject(after)) return differs(before, after)
  if (Object.keys(before).some((id) => differs(before[id], after[id]))) return true
  // a new order follows from a change, or asks for help; the end of an older one is a change
  return (
    name !== 'orders' &&
    Object.keys(after).some((id) => !Object.hasOwn(before, id) && differs(before[id], after[id]))
  )
}

const changedAnything = ({ before, context }: { before: object; context: object }): boolean =>
  Object.keys(context).some((name) => changed(name, (before as Named)[name], (context as Named)[name]))

/** It ends what was told late, and leaves nothing of its own to see to. */
const endsLateFact = ({ before, context, seq }: Turn): boolean =>
  context.tail.some(({ open }, place) => !open && before.tail[place]?.open === true) &&
  !context.tail.some(({ open, eventSeq }) => open && eventSeq === seq)

/** Its end had left the record, and its beginning came behind it: told again, the end counts once more. */
const endsAgain = ({ transactions }: LifecycleContext, event: StampedEvent): boolean => {
  if (event.type !== 'transaction.reported' || isUnfinished(event)) return false
  const known = Object.hasOwn(transactions, event.ref) ? transactions[event.ref] : undefined
  return known !== undefined && isUnfinished(known) && isLater(event.occurredAt, known.occurredAt)
}

const spelled = new Map<number, string>()

/** As in `2026-03-02T01`, in UTC: hours compare as their texts do, and `always` is later than any. Lives are told of few hours at a time. */
const hourOf = (instant: Instant): string => {
  const hour = Math.floor(milliseconds(instant) / unitMs.hours)
  const known = spelled.get(hour)
  if (known !== undefined) return known
  const text = new Date(hour * unitMs.hours).toISOString().slice(0, 13)
  if (spelled.size >= mostHours) spelled.clear()
  spelled.set(hour, text)
  return text
}

/** Without those hours that are over: nobody repeats them any more. */
const remembered = ({ told }: LifecycleContext, at: Instant): ToldReports => {
  const now = hourOf(at)
  const isOver = (hour: string) => hour < now
  return Object.keys(told).some(isOver)
    ? Object.fromEntries(Object.entries(told).filter(([hour]) => !isOver(hour)))
    : told
}

/**
 * The end of writing down a report. The same one told before leaves the record as it was; any other one is remembered.
 *
 * One that did not count when it was told first, because it came too early, counts as soon as it can.
 */
export const knownOrRemembered = (turn: Turn, event: StampedEvent): LifecycleContext => {
  const key = keyOf(event)
  if (key === undefined) return turn.context
  const counted =
    changedAnything(turn) || endsLateFact(turn) || (key.recurs === true && isOvertaken(turn.before, event))
  const earlier = toldBefore(turn.before, event)
  const isRepeat = earlier?.counted && namesOccurrence(key, event) && !endsAgain(turn.before, event)
  if (earlier && (!counted || isRepeat)) return turn.before
  const hour = key.many ? hourOf(turn.endOf(turn.context.policy.repeatWindow)) : always
  const told = { content: contentOf(event), counted }
  const known = remembered(turn.context, turn.at)
  turn.set({ told: { ...known, [hour]: { ...known[hour], [nameOf(event)]: told } } })
  return turn.context
}
