import { type RequestSummary, requestSummary } from './request-summary.ts'
import { safeNumber } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** `attempt`: the last attempt got no answer. `total`: the whole call took too long. `queue`: the call never got its turn. */
export type RequestClock = 'attempt' | 'total' | 'queue'

const words: Readonly<Record<RequestClock, (timeout: number) => string>> = {
  attempt: (timeout) => `got no answer within the ${timeout} ms of one attempt`,
  total: (timeout) => `got no answer within ${timeout} ms`,
  queue: (timeout) => `waited ${timeout} ms for a free place among the calls under way, and was not sent`,
}

/**
 * A clock of the client has run out for a request of which is certain that it changed nothing: a read, or a write that never left. A
 * write that left is an `OutcomeUnknownError` instead.
 */
export class RequestTimeoutError extends TerminalLifecycleError<'REQUEST_TIMEOUT'> {
  override readonly name = 'RequestTimeoutError'
  readonly request: RequestSummary
  /** Milliseconds that were allowed. */
  readonly timeout: number
  /** Which clock. */
  readonly clock: RequestClock

  constructor({
    request,
    timeout,
    clock: given = 'total',
  }: {
    request: RequestSummary
    timeout: number
    clock?: RequestClock
  }) {
    const { method, url } = requestSummary(request.method, request.url)
    const clock = Object.hasOwn(words, given) ? given : 'total'
    const allowed = safeNumber(timeout) ?? 0
    super('REQUEST_TIMEOUT', `${method} ${url} ${words[clock](allowed)}.`)
    this.request = { method, url }
    this.timeout = allowed
    this.clock = clock
  }
}
