import { type Clocks, instantOf, offsetAt } from './local-time.ts'

const millisecondsPerDay = 86_400_000
const lastSecond = 86_399_000
/** A date-time without an offset is a different instant on every machine, so it is refused. */
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Days since 1970-01-01 in local time: whole numbers are easier to walk along than dates. */
export type DayNumber = number

/** @throws RangeError when the text is not an ISO 8601 date-time with offset. */
export const dayNumberOf = (instant: string, clocks: Clocks): DayNumber => {
  const milliseconds = instantShape.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(
      'Not an instant. Give an ISO 8601 date-time with offset, as 2026-03-02T09:30:00+08:00.',
    )
  }
  return Math.floor((milliseconds + offsetAt(clocks, milliseconds) * 60_000) / millisecondsPerDay)
}

/** @throws RangeError when the text is not a day, YYYY-MM-DD. */
export const parseDay = (day: string): DayNumber => {
  const milliseconds = day.length === 10 ? Date.parse(day) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError('Not a day. Give it as YYYY-MM-DD.')
  return milliseconds / millisecondsPerDay
}

/** YYYY-MM-DD. */
export const dayText = (day: DayNumber): string =>
  new Date(day * millisecondsPerDay).toISOString().slice(0, 10)

/** 1970-01-01 was a Thursday. */
export const isMondayToFriday = (day: DayNumber): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The last second of a local day, written with the local offset of that second. */
export const endOfDay = (day: DayNumber, clocks: Clocks): string => {
  const utcOffsetMinutes = offsetAt(clocks, instantOf(clocks, day * millisecondsPerDay + lastSecond))
  const offset = Math.abs(utcOffsetMinutes)
  const sign = utcOffsetMinutes < 0 ? '-' : '+'
  const local = new Date(day * millisecondsPerDay + lastSecond).toISOString().slice(0, 19)
  return `${local}${sign}${two(Math.floor(offset / 60))}:${two(offset % 60)}`
}
