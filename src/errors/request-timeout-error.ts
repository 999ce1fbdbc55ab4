import { type RequestSummary, requestSummary } from './request-summary.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** No answer in time to a request that changes nothing. A write without an answer is an `OutcomeUnknownError` instead. */
export class RequestTimeoutError extends TerminalLifecycleError<'REQUEST_TIMEOUT'> {
  override readonly name = 'RequestTimeoutError'
  readonly request: RequestSummary
  /** Milliseconds that were allowed. */
  readonly timeout: number

  constructor({ request, timeout }: { request: RequestSummary; timeout: number }) {
    const { method, url } = requestSummary(request.method, request.url)
    super('REQUEST_TIMEOUT', `${method} ${url} got no answer within ${timeout} ms.`)
    this.request = { method, url }
    this.timeout = timeout
  }
}
