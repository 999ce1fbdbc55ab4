import { addWorkingDays, prcCalendar } from 'terminal-lifecycle/domain'
import { instantOf } from './business-clock.ts'

/** When somebody acts, counted from the last thing that somebody did. */
export interface Moment {
  /** 0: on the same day, if there is still time. */
  readonly workingDays: number
  /** HH:MM in China. */
  readonly time: string
}

const opens = '08:30'
const closes = '18:30'
const begins = '09:20'
const breath = 5 * 60_000

const dayOf = (instant: string): string => instant.slice(0, 10)
const atTime = (day: string, time: string): string => `${day}T${time}:00.000+08:00`
const workingDayAfter = (instant: string, days: number): string =>
  dayOf(addWorkingDays(prcCalendar, instant, days).due)
const later = (one: string, other: string): string => (Date.parse(one) > Date.parse(other) ? one : other)

/** The instant itself, or the beginning of the next office day. */
const inOffice = (instant: string): string => {
  const time = instant.slice(11, 16)
  const isWorked = prcCalendar.isWorkingDay(dayOf(instant))
  if (isWorked && opens <= time && time < closes) return instant
  return atTime(isWorked && time < opens ? dayOf(instant) : workingDayAfter(instant, 1), begins)
}

/**
 * The moment at which somebody acts: later than `since`, on a working day of the PRC calendar, in office hours.
 *
 * @example momentAfter('2026-04-30T17:00:00.000+08:00', { workingDays: 1, time: '09:30' }) // 6 May, after the holidays
 */
export const momentAfter = (since: string, { workingDays, time }: Moment): string => {
  const from = instantOf(Date.parse(since))
  const day = workingDays === 0 ? dayOf(from) : workingDayAfter(from, workingDays)
  return inOffice(later(atTime(day, time), instantOf(Date.parse(from) + breath)))
}

/** As `momentAfter`; when business time has passed that moment already, the next one at which an office is open. */
export const turnAt = (now: string, since: string, moment: Moment): string => {
  const planned = momentAfter(since, moment)
  return Date.parse(now) < Date.parse(planned) ? planned : inOffice(now)
}
