import { start } from './plain-samples.ts'

/** Business time of a test: it moves only when it is told to. */
export const testClock = (from: string = start) => {
  let now = Date.parse(from)
  return {
    now: () => new Date(now).toISOString(),
    tick: (ms: number) => {
      now += ms
    },
    /** A moment that is later than everything told so far. */
    next: () => {
      now += 1
      return new Date(now).toISOString()
    },
  }
}
