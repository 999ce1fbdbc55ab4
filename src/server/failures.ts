import { BrokenBody } from './body.ts'

/** Which call a failure belongs to; nothing of its input. */
export interface FailureContext {
  /** Name of the row; empty where none was found, and for routes that are not of the contract. */
  readonly operation: string
  /** As the caller was told. */
  readonly traceId: string
}

export type OnError = (error: unknown, about: FailureContext) => void

const isAbort = (error: unknown, { reason }: AbortSignal): boolean =>
  error === reason || (error instanceof Error && error.name === 'AbortError')

/** Did it end because the caller hung up? Then nothing failed, and nobody waits for an answer. */
export const isHangUp = (error: unknown, signal: AbortSignal): boolean =>
  error instanceof BrokenBody || (signal.aborted && isAbort(error, signal))

/** Tells the host; a log that fails must not fail the call. */
export const tell = (onError: OnError | undefined, error: unknown, about: FailureContext): void => {
  try {
    // An async function may stand where nothing is returned.
    const told: unknown = onError?.(error, about)
    Promise.resolve(told).catch(() => {})
  } catch {
    // not ours to report
  }
}
