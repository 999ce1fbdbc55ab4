import { answersKeptMs } from './store.ts'

/** The time of a store, and the wall time of the commit that it was told by. Both in milliseconds. */
export interface OwnTime {
  own: number
  clock: number
}

/** A clock that jumps takes the store's own time along no further than this. */
const longestStep = 24 * 3_600_000

/**
 * The age of answers is told by the store's own time: it goes on by what the clock has moved since the commit before, forwards or
 * back, a day at most.
 */
export function ownTimeAfter(before: OwnTime | undefined, clock: number): OwnTime {
  if (before === undefined) return { own: clock, clock }
  const moved = clock - before.clock
  return { own: before.own + Math.sign(moved) * Math.min(Math.abs(moved), longestStep), clock }
}

/** Answers that were kept before then are forgotten: a day later than they may be, because one jump is as long. */
export const forgottenBefore = ({ own }: OwnTime): number => own - answersKeptMs - longestStep
