import { isMondayToFriday, parseDay } from './day-number.ts'
import type { WorkingDayCalendar } from './working-day-calendar.ts'

/** Monday to Friday in China's time zone, without any holiday. It is sure of no day, so its deadlines say `known: false`. */
export const mondayToFriday: WorkingDayCalendar = {
  id: 'monday-to-friday',
  version: '1',
  utcOffsetMinutes: 480,
  knownFrom: '9999-12-31',
  knownUntil: '0000-01-01',
  isWorkingDay: (day) => isMondayToFriday(parseDay(day)),
}
