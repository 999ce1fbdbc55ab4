import type { WorkingDayCalendar } from './working-day-calendar.ts'

/** What a calendar knows of the clocks on the wall. */
export type Clocks = Pick<WorkingDayCalendar, 'utcOffsetMinutes'>

const millisecondsPerDay = 86_400_000

/** Minutes that local clocks are ahead of UTC at this moment. */
export const offsetAt = ({ utcOffsetMinutes }: Clocks, milliseconds: number): number =>
  typeof utcOffsetMinutes === 'number'
    ? utcOffsetMinutes
    : utcOffsetMinutes(new Date(milliseconds).toISOString())

/**
 * When local clocks show a time, given as if it were UTC. Where they are put back they show it twice: then the later
 * moment. Where they are put forward and skip it: as they would have gone on.
 */
export const instantOf = (clocks: Clocks, local: number): number => {
  const before = offsetAt(clocks, local - millisecondsPerDay)
  const after = offsetAt(clocks, local + millisecondsPerDay)
  const offset = [after, before].find((minutes) => offsetAt(clocks, local - minutes * 60_000) === minutes)
  return local - (offset ?? before) * 60_000
}

/** The same day and time so many years later, by local clocks; of a 29 February, the 28th. */
export const addYears = (clocks: Clocks, from: string, years: number): string => {
  const start = Date.parse(from)
  const local = new Date(start + offsetAt(clocks, start) * 60_000)
  const month = local.getUTCMonth()
  local.setUTCFullYear(local.getUTCFullYear() + years)
  if (local.getUTCMonth() !== month) local.setUTCDate(0)
  return new Date(instantOf(clocks, local.getTime())).toISOString()
}
