/**
 * Which days are worked. A record stores `id` and `version` with each deadline, so that a better calendar can
 * recompute the ones that have not fired.
 *
 * @example
 * const ours: WorkingDayCalendar = { ...prcCalendar, id: 'acme', isWorkingDay: (day) => !closed.has(day) && prcCalendar.isWorkingDay(day) }
 */
export interface WorkingDayCalendar {
  readonly id: string
  /** Changes whenever an answer of `isWorkingDay` may change. */
  readonly version: string
  /**
   * Offset of local time from UTC, in minutes: 480 in China. A place that changes its clocks gives a function; it must
   * always answer the same for the same instant (ISO 8601, UTC).
   */
  readonly utcOffsetMinutes: number | ((instant: string) => number)
  /** First day, YYYY-MM-DD, whose answer is certain. */
  readonly knownFrom: string
  /** Last day, YYYY-MM-DD, whose answer is certain. Earlier than `knownFrom`: no day is certain. */
  readonly knownUntil: string
  /** Asked only for days from `knownFrom` to `knownUntil`; Monday to Friday is assumed outside. */
  isWorkingDay(day: string): boolean
}
