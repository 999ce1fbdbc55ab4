/** Registered, so that a transport of another copy of the package is believed. */
const mark = Symbol.for('terminal-lifecycle.unsent')

/** Says of an error that nothing has left. Only who knows it for certain may say so: a write is then told as not carried out. */
export const unsent = (error: unknown): unknown =>
  error instanceof Error ? Object.assign(error, { [mark]: true }) : error

export const isUnsent = (error: unknown): boolean => {
  try {
    return error instanceof Error && mark in error
  } catch {
    // A foreign object may throw when it is asked.
    return false
  }
}
