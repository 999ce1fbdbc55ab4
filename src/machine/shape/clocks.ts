import {
  type ClockName,
  type ClockRule,
  clockNames,
  type EventType,
  eventTypes,
  type Instant,
} from '../../domain/index.ts'
import { end, fields, flag, instant, type Kind, list, nullable, oneOf, text, upTo, word } from './kinds.ts'
import { clockRule, longest } from './policy.ts'

/** A clock that runs: until when, and by which rule its end was reckoned. */
export interface Deadline {
  /** The clock's name, or `name:ref` where there is one per hold, device, deposit, charge or order. */
  id: string
  name: ClockName
  ref: string | null
  due: Instant
  rule: ClockRule
  /** `known: false`: the calendar did not cover the days up to `due`, Monday to Friday was assumed. */
  calendar: { id: string; version: string; known: boolean }
  startedAt: Instant
  status: 'running' | 'paused' | 'fired' | 'cancelled'
  /** What is left while paused: working days, else milliseconds. */
  remaining: number | null
  enables: readonly EventType[]
}

const deadlineFields = () =>
  fields<Deadline>({
    id: text,
    name: oneOf(clockNames),
    ref: nullable(text),
    due: end,
    rule: clockRule(),
    calendar: fields<Deadline['calendar']>({ id: text, version: text, known: flag }),
    startedAt: instant,
    status: word('running paused fired cancelled'),
    // milliseconds, at most three thousand years of them
    remaining: nullable(upTo(1e14)),
    enables: list(oneOf(eventTypes)),
  })

/** Is it short enough to be counted day by day when it is paused, and when it goes on? */
const countable = ({ rule, status, remaining, startedAt, due }: Deadline): boolean =>
  rule.unit !== 'workingDays' ||
  status === 'fired' ||
  status === 'cancelled' ||
  ((remaining ?? 0) <= longest && Date.parse(due) - Date.parse(startedAt) < longest * 1.5 * 86_400_000)

export const deadline = (): Kind<Deadline> => {
  const whole = deadlineFields()
  return (value) => whole(value) ?? (countable(value as Deadline) ? undefined : '')
}
