import { causeCodes } from './cause-codes.ts'
import { meaningOf } from './connection-words.ts'
import { redact } from './redact.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What a `ConnectionError` is made of; only what is safe to log is kept. */
export interface ConnectionFailure {
  readonly request: RequestSummary
  readonly cause?: unknown
  /** What went wrong in words, where these cannot hold headers or bodies; masked before they are kept. */
  readonly words?: string | undefined
}

/**
 * No answer, because there was no connection, it broke, or this very environment could not make the request. A write that may have got
 * through is an `OutcomeUnknownError` instead; where the host says that nobody was reached at any attempt, it has not.
 */
export class ConnectionError extends TerminalLifecycleError<'CONNECTION_FAILED'> {
  override readonly name = 'ConnectionError'
  readonly request: RequestSummary
  /** Names and codes of what went wrong below, as `TypeError ECONNREFUSED`; empty where nothing is known. */
  readonly reason: string

  /** Keeps no `cause` on purpose: the errors of HTTP clients print headers and bodies when they are logged. */
  constructor({ request, cause, words }: ConnectionFailure) {
    const { method, url } = requestSummary(request.method, request.url)
    const reason = [causeCodes(cause), ...(words ? [redact(words)] : [])]
      .filter((part) => part !== '')
      .join(': ')
    super(
      'CONNECTION_FAILED',
      `${method} ${url} got no connection${reason === '' ? '' : `: ${reason}${meaningOf(reason)}`}.`,
    )
    this.request = { method, url }
    this.reason = reason
  }
}
