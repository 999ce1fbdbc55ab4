import { causeCodes } from './cause-codes.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/**
 * No answer, because there was no connection or it broke. A write that may have got through is an `OutcomeUnknownError`
 * instead.
 */
export class ConnectionError extends TerminalLifecycleError<'CONNECTION_FAILED'> {
  override readonly name = 'ConnectionError'
  readonly request: RequestSummary
  /** Names and codes of what went wrong below, as `TypeError ECONNREFUSED`; empty where nothing is known. */
  readonly reason: string

  /** Keeps no `cause` on purpose: the errors of HTTP clients print headers and bodies when they are logged. */
  constructor({ request, cause }: { request: RequestSummary; cause?: unknown }) {
    const { method, url } = requestSummary(request.method, request.url)
    const reason = causeCodes(cause)
    super('CONNECTION_FAILED', `${method} ${url} got no connection${reason === '' ? '' : `: ${reason}`}.`)
    this.request = { method, url }
    this.reason = reason
  }
}
