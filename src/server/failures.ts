import { type PluggedPart, pluginError, quietly } from '../errors/index.ts'
import { BrokenBody } from './body.ts'
import { ProblemError } from './problem-error.ts'

/** Which call a failure belongs to; nothing of its input. */
export interface FailureContext {
  /** Name of the row; empty where none was found, and for routes that are not of the contract. */
  readonly operation: string
  /** As the caller was told. */
  readonly traceId: string
}

/**
 * Told of a failure that nobody meant. `error` may hold anything: log it through `redact`. What it throws is
 * swallowed.
 */
export type OnError = (error: unknown, about: FailureContext) => void

const isAbort = (error: unknown, { reason }: AbortSignal): boolean =>
  error === reason || (error instanceof Error && error.name === 'AbortError')

/** Did it end because the caller hung up? Then nothing failed, and nobody waits for an answer. */
export const isHangUp = (error: unknown, signal: AbortSignal): boolean =>
  error instanceof BrokenBody || (signal.aborted && isAbort(error, signal))

/** Tells the host; a log that fails must not fail the call. */
export const tell = (onError: OnError | undefined, error: unknown, about: FailureContext): void => {
  quietly(onError)(error, about)
}

const isMeant = (thrown: unknown, signal: AbortSignal): boolean => {
  try {
    return thrown instanceof ProblemError || isHangUp(thrown, signal)
  } catch {
    // A proxy may throw whatever it is asked.
    return false
  }
}

/**
 * Asks a function of the host's.
 *
 * @throws PluginError for whatever it throws that is no error of this library, unless its caller has hung up.
 */
export const askHost = async <Answer>(
  part: PluggedPart,
  signal: AbortSignal,
  ask: () => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (thrown) {
    throw isMeant(thrown, signal) ? thrown : pluginError(part, thrown)
  }
}
