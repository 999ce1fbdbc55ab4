import type { Instant } from '../../domain/index.ts'

/** Units whose length no calendar says. */
export const unitMs = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const

const read = new Map<Instant, number>()
/** As many as a record has clocks and a step asks for; of which life they are makes no difference. */
const most = 256

/** Read once: the rules of a step compare the same few moments again and again, and so do the steps of a life. */
export const milliseconds = (instant: Instant): number => {
  const known = read.get(instant)
  if (known !== undefined) return known
  const time = Date.parse(instant)
  if (read.size >= most) read.clear()
  read.set(instant, time)
  return time
}

/** Compared as instants: the same moment can be written with different offsets. */
export const isLater = (a: Instant, b: Instant): boolean => milliseconds(a) > milliseconds(b)

/** `null` is earlier than any instant. */
export const latest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null || !isLater(b, a) ? a : b

/** Clocks of other machines may be seconds ahead; more than that is not believed. */
const skewMs = 5_000

/** An instant that somebody else wrote, but not from the future. */
export const believed = (written: Instant, now: Instant): Instant =>
  milliseconds(written) - milliseconds(now) > skewMs ? now : written

/** Does something known up to `upTo` cover `at`? What never happened is covered. */
export const covers = (upTo: Instant | null, at: Instant | null): boolean =>
  at === null || (upTo !== null && !isLater(at, upTo))
