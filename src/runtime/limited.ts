import type { Environment } from './environment.ts'

/** A span of time that something may take. */
export interface Limited {
  /** Aborted when the time is over or somebody stopped it. */
  signal: AbortSignal
  /** Resolves then; never rejects. */
  reached: Promise<null>
  /** Gives timer and listeners back; to be called in any case. */
  end(): void
}

/** `AbortSignal.any` would do, but keeps something of every call with a signal that lives as long as the process. */
export function limited(environment: Environment, milliseconds: number, stop: AbortSignal): Limited {
  const limit = new AbortController()
  const over = new AbortController()
  const abort = () => limit.abort()
  const reached = new Promise<null>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  stop.addEventListener('abort', abort, { once: true })
  if (stop.aborted) abort()
  void environment.sleep(milliseconds, over.signal).then(() => {
    if (!over.signal.aborted) abort()
  })
  return {
    signal: limit.signal,
    reached,
    end() {
      over.abort()
      stop.removeEventListener('abort', abort)
    },
  }
}
