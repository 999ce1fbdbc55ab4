const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds before each attempt, from when the one before it failed; 75.6 hours in all. */
export const deliverySchedule: readonly number[] = [
  ...[0, 5 * second, 5 * minute, 30 * minute],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
]

/** A tenth, so that what failed together does not come back together. */
const jitter = 0.1

/**
 * Milliseconds until the next attempt, a little more than planned and not less than the receiver asked for.
 *
 * @param failures attempts that failed, this one included.
 * @param random from 0 up to, not including, 1.
 * @returns `null` at the end of the schedule.
 */
export const pauseAfter = (
  schedule: readonly number[],
  failures: number,
  { asked, random }: { asked: number; random: number },
): number | null => {
  const pause = schedule[failures]
  return pause === undefined ? null : Math.max(asked, Math.round(pause * (1 + jitter * random)))
}
