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
    // A timer may call back before it has given what calls it off.
    let callOff = () => {}
    const leave = () => {
      callOff()
      caller?.removeEventListener('abort', giveUp)
    }
    const settle = (end: End) => {
      leave()
      resolve(end)
    }
    const giveUp = () => {
      // Only a caller can.
      controller.abort((caller as AbortSignal).reason)
      settle('aborted')
    }
    const beLate = () => {
      controller.abort()
      settle('late')
    }
    callOff = timer(milliseconds, beLate)
    if (controller.signal.aborted) return
    if (caller?.aborted) return giveUp()
    caller?.addEventListener('abort', giveUp, { once: true })
    // The signal of a work that has ended does not abort: there is nothing left to stop, and whoever still listens would take it for a failure.
    work(controller.signal).then(
      () => settle('done'),
      (error: unknown) => {
        leave()
        reject(error)
      },
    )
  })

/** Waits so long, or until the signal aborts. */
export const pause = (
  milliseconds: number,
  { timer }: ClientEnvironment,
  signal: AbortSignal | undefined,
): Promise<void> =>
  new Promise((resolve) => {
    let isOver = false
    let callOff = () => {}
    const end = () => {
      isOver = true
      callOff()
      signal?.removeEventListener('abort', end)
      resolve()
    }
    callOff = timer(milliseconds, end)
    if (signal?.aborted) return end()
    if (!isOver) signal?.addEventListener('abort', end, { once: true })
  })
