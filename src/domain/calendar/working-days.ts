import type { Instant } from '../actor.ts'
import { type DayNumber, dayNumberOf, dayText, endOfDay, isMondayToFriday } from './day-number.ts'
import type { WorkingDayCalendar } from './working-day-calendar.ts'

/** Where counting working days has come to, and whether all of them are known. */
export interface WorkingDaysAdded {
  /** End of the last working day, 23:59:59 with the calendar's offset. */
  readonly due: Instant
  /** False when a counted day lies outside what the calendar knows, where Monday to Friday was assumed. */
  readonly known: boolean
}

/** Longer than any business deadline (40 years of working days); it keeps a wrong number from running for ever. */
const mostDays = 10_000
/** No calendar rests this long; one that does can never fill a deadline. */
const longestRest = 400

const isKnown = (calendar: WorkingDayCalendar, day: string): boolean =>
  day >= calendar.knownFrom && day <= calendar.knownUntil

const isWorked = (calendar: WorkingDayCalendar, day: DayNumber): boolean => {
  const text = dayText(day)
  return isKnown(calendar, text) ? calendar.isWorkingDay(text) : isMondayToFriday(day)
}

/**
 * The end of the Nth working day after the day of `from`; the start day itself is not counted. Zero days: the end of the
 * start day.
 *
 * @example
 * addWorkingDays(prcCalendar, '2026-02-12T10:00:00+08:00', 4)
 * // { due: '2026-02-25T23:59:59+08:00', known: true }: 13, the moved Saturday 14, then 24 and 25 February
 * @throws RangeError for an instant without offset, for a number of days that is not a whole number from 0 to 10 000,
 * and for a calendar without a working day in more than a year.
 */
export const addWorkingDays = (
  calendar: WorkingDayCalendar,
  from: Instant,
  days: number,
): WorkingDaysAdded => {
  if (!Number.isInteger(days) || days < 0 || days > mostDays) {
    throw new RangeError(`Working days must be a whole number from 0 to ${mostDays}.`)
  }
  const start = dayNumberOf(from, calendar)
  let day = start
  let lastWorked = start
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorked(calendar, day)) {
      left -= 1
      lastWorked = day
    } else if (day - lastWorked > longestRest) {
      throw new RangeError(
        `Calendar ${calendar.id} has no working day for more than a year. Correct its data.`,
      )
    }
  }
  return {
    due: endOfDay(day, calendar),
    known: isKnown(calendar, dayText(start)) && isKnown(calendar, dayText(day)),
  }
}

/**
 * Working days left after the day of `from`, the day of `to` included: what a pause keeps. A clock paused at `p` and
 * resumed at `r` is due at `addWorkingDays(calendar, r, workingDaysBetween(calendar, p, due)).due`.
 *
 * @returns 0 when `to` lies on the day of `from` or earlier.
 * @throws RangeError for an instant without offset, and for more than 40 years.
 */
export const workingDaysBetween = (calendar: WorkingDayCalendar, from: Instant, to: Instant): number => {
  const last = dayNumberOf(to, calendar)
  const start = dayNumberOf(from, calendar)
  if (last - start > mostDays * 1.5) throw new RangeError('More than 40 years between the two instants.')
  let count = 0
  for (let day = start + 1; day <= last; day += 1) if (isWorked(calendar, day)) count += 1
  return count
}
