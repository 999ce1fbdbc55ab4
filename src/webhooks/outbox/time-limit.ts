import type { Environment } from '../../runtime/index.ts'

/** A span of time that something may take. */
export interface TimeLimit {
  /** Aborted when the time is over or somebody stopped it. */
  signal: AbortSignal
  /** Resolves then; never rejects. */
  reached: Promise<null>
  /** Ends it now, and gives timer and listeners back; to be called in any case. */
  end(): void
}

/** `AbortSignal.any` would do, but keeps something of every call with a signal that lives as long as the process. */
export function timeLimit(
  environment: Pick<Environment, 'sleep'>,
  milliseconds: number,
  stop: AbortSignal,
): TimeLimit {
  const limit = new AbortController()
  const abort = () => limit.abort()
  const reached = new Promise<null>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  stop.addEventListener('abort', abort, { once: true })
  if (stop.aborted) abort()
  void environment.sleep(milliseconds, limit.signal).then(abort)
  return {
    signal: limit.signal,
    reached,
    end() {
      abort()
      stop.removeEventListener('abort', abort)
    },
  }
}
