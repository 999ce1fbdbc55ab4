/** Registered, so that a transport of another copy of the package is believed. */
const mark = Symbol.for('terminal-lifecycle.unsent')
const unreachedMark = Symbol.for('terminal-lifecycle.unreached')

/** Says of an error that nothing has left. Only who knows it for certain may say so: a write is then told as not carried out. */
export const unsent = (error: unknown): unknown =>
  error instanceof Error ? Object.assign(error, { [mark]: true }) : error

/** Says of an error that there was no connection: nothing has left, and it may do later. */
export const unreached = (error: unknown): unknown =>
  error instanceof Error ? Object.assign(error, { [unreachedMark]: true }) : error

const bears = (error: unknown, wanted: symbol): boolean => {
  try {
    return error instanceof Error && wanted in error
  } catch {
    // A foreign object may throw when it is asked.
    return false
  }
}

export const isUnsent = (error: unknown): boolean => bears(error, mark)
export const isUnreached = (error: unknown): boolean => bears(error, unreachedMark)
