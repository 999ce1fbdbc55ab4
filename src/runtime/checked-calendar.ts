import { prcCalendar, type WorkingDayCalendar } from '../domain/index.ts'
import { askedNow, checkNumber } from '../errors/index.ts'

/**
 * The calendar; whatever one of the host's own throws is an error of ours.
 *
 * @throws InvalidInputError for an offset that no clock on a wall has: no day would ever end.
 */
export const checkedCalendar = (given: WorkingDayCalendar | undefined): WorkingDayCalendar | undefined => {
  if (given === undefined || given === prcCalendar) return given
  const { id, version, knownFrom, knownUntil, utcOffsetMinutes } = given
  if (typeof utcOffsetMinutes !== 'function')
    checkNumber('/calendar/utcOffsetMinutes', utcOffsetMinutes ?? null, { least: -1_440, most: 1_440 })
  return {
    ...{ id, version, knownFrom, knownUntil },
    utcOffsetMinutes:
      typeof utcOffsetMinutes === 'function'
        ? (instant) => askedNow('calendar', () => utcOffsetMinutes(instant))
        : utcOffsetMinutes,
    isWorkingDay: (day) => askedNow('calendar', () => given.isWorkingDay(day)),
  }
}
