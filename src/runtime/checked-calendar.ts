import { prcCalendar, type WorkingDayCalendar } from '../domain/index.ts'
import { askedNow } from '../errors/index.ts'

/** The calendar; whatever one of the host's own throws is an error of ours. */
export const checkedCalendar = (given: WorkingDayCalendar | undefined): WorkingDayCalendar | undefined => {
  if (given === undefined || given === prcCalendar) return given
  const { id, version, knownFrom, knownUntil, utcOffsetMinutes } = given
  return {
    ...{ id, version, knownFrom, knownUntil },
    utcOffsetMinutes:
      typeof utcOffsetMinutes === 'function'
        ? (instant) => askedNow('calendar', () => utcOffsetMinutes(instant))
        : utcOffsetMinutes,
    isWorkingDay: (day) => askedNow('calendar', () => given.isWorkingDay(day)),
  }
}
