/** What the client asks its host for. A test passes its own. */
export interface ClientEnvironment {
  /** Milliseconds since 1970; only for a `Retry-After` date that comes without a `Date`. */
  now(): number
  /** Milliseconds since whenever; they never go back. */
  elapsed(): number
  /** From 0 up to, not including, 1. */
  random(): number
  /** Calls back once, after so many milliseconds; the function that it returns calls that off. */
  timer(milliseconds: number, callback: () => void): () => void
}

export const hostEnvironment: ClientEnvironment = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  timer: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}
