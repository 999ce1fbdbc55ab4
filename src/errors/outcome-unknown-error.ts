import { type RequestSummary, requestSummary } from './request-summary.ts'
import { reference } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

export interface UnknownOutcome {
  readonly request: RequestSummary
  readonly idempotencyKey: string
  /** Seconds. */
  readonly retryAfter?: number | null | undefined
}

/**
 * A write was sent and its answer never came: it may have taken effect or not. Only the same idempotency key finds out
 * without doing it twice.
 *
 * @example
 * if (isTerminalLifecycleError(error) && error.code === 'OUTCOME_UNKNOWN') await askFor(error.idempotencyKey)
 */
export class OutcomeUnknownError extends TerminalLifecycleError<'OUTCOME_UNKNOWN'> {
  override readonly name = 'OutcomeUnknownError'
  readonly request: RequestSummary
  readonly idempotencyKey: string
  /** Seconds that the other side asked to wait; `null` where it did not. */
  readonly retryAfter: number | null

  constructor({ request, idempotencyKey, retryAfter }: UnknownOutcome) {
    const { method, url } = requestSummary(request.method, request.url)
    const key = reference(idempotencyKey)
    super(
      'OUTCOME_UNKNOWN',
      `${method} ${url} with idempotency key ${key} was sent, but its result is unknown.`,
    )
    this.request = { method, url }
    this.idempotencyKey = key
    this.retryAfter = retryAfter ?? null
  }
}
