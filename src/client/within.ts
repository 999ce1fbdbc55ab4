import type { ClientEnvironment } from './environment.ts'

/** How a work ended for those who waited: by itself, because its time was over, or because the caller gave up. */
type End = 'done' | 'late' | 'aborted'

/**
 * Waits for a work until its time is over or the caller gives up; then the signal that it was given aborts, and what becomes of it
 * nobody hears.
 */
export const within = (
  milliseconds: number,
  { timer }: ClientEnvironment,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<End> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController()
    const settle = (end: End) => {
      callOff()
      caller?.removeEventListener('abort', giveUp)
      resolve(end)
    }
    const giveUp = () => {
      controller.abort(caller?.reason)
      settle('aborted')
    }
    const callOff = timer(milliseconds, () => {
      controller.abort()
      settle('late')
    })
    if (caller?.aborted) return giveUp()
    caller?.addEventListener('abort', giveUp, { once: true })
    work(controller.signal).then(() => settle('done'), reject)
  })

/** Waits so long, or until the signal aborts. */
export const pause = (
  milliseconds: number,
  { timer }: ClientEnvironment,
  signal: AbortSignal | undefined,
): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      callOff()
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const callOff = timer(milliseconds, end)
    signal?.addEventListener('abort', end, { once: true })
  })
