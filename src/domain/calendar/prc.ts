import { isMondayToFriday, parseDay } from './day-number.ts'
import { prcDays } from './prc-days.ts'
import type { WorkingDayCalendar } from './working-day-calendar.ts'

const years = Object.keys(prcDays.years)
const days = (kind: 'rest' | 'work'): ReadonlySet<string> =>
  new Set(Object.entries(prcDays.years).flatMap(([year, of]) => of[kind].map((day) => `${year}-${day}`)))
const restWeekdays = days('rest')
const workWeekends = days('work')

/**
 * The People's Republic of China: public holidays, and the weekends worked in exchange, as the State Council announces them
 * each November for the next year.
 */
export const prcCalendar: WorkingDayCalendar = {
  id: 'prc',
  version: prcDays.version,
  utcOffsetMinutes: 480,
  knownFrom: `${years[0]}-01-01`,
  knownUntil: `${years.at(-1)}-12-31`,
  isWorkingDay: (day) => (isMondayToFriday(parseDay(day)) ? !restWeekdays.has(day) : workWeekends.has(day)),
}
