/**
 * What the runtime asks its host for. A test passes its own; everything else of this library is given time and chance from here.
 *
 * This is wall time, for leases and retries. Business time (`at` of an event, due deadlines) is the runtime's `clock`.
 */
export interface Environment {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  /**
   * Resolves after so many milliseconds, at once when the signal is or gets aborted; it never rejects.
   * Any length is kept, also beyond the 24.8 days at which a bare `setTimeout` fires immediately.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to, not including, 1. */
  random(): number
  /** A random UUID, version 4, for ids that nobody guesses. */
  uuid(): string
}

/** Largest delay that timers of every host keep. */
const longestTimer = 2_147_483_647

const pause = (milliseconds: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done, { once: true })
  })

/** The host itself: its clock, timers and random numbers. */
export const systemEnvironment: Environment = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    let left = milliseconds
    do {
      if (signal?.aborted) return
      await pause(Math.min(left, longestTimer), signal)
      left -= longestTimer
    } while (left > 0)
  },
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
}

// Taken once: a test that fakes timers later must not stop the stores.
const afterInput: (callback: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : setTimeout

/**
 * Lets timers and I/O of the host have their turn. A store that answers without waiting resolves its promises as
 * microtasks, and a loop over it would starve everything else in the process.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => afterInput(resolve))
