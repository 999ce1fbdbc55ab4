import { isIdempotencyKey } from '../domain/index.ts'
import { isTerminalLifecycleError } from './is-terminal-lifecycle-error.ts'
import { label } from './mask.ts'
import { redacted } from './redacted.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { reference, safeNumber } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What an `OutcomeUnknownError` is made of: enough to ask for the result with `reconcile`. */
export interface UnknownOutcome {
  readonly request: RequestSummary
  readonly idempotencyKey: string
  /** Name of the operation. */
  readonly operation?: string | undefined
  readonly lifecycleId?: string | undefined
  readonly applicationId?: string | undefined
  /** Seconds. */
  readonly retryAfter?: number | null | undefined
  /** What is known of the last attempt: the error that a read would have had. */
  readonly cause?: TerminalLifecycleError | undefined
}

/**
 * A write was sent and nobody knows its end: no answer came, or one that says nothing certain. It may have taken effect or not.
 * `client.reconcile(error)` finds out; sending the same again under another key may do it twice.
 *
 * It holds everything that finding out takes, and nothing secret. `toJSON()` gives that as plain data, for a queue or another process;
 * `structuredClone` of the error itself drops it.
 *
 * @example
 * if (isTerminalLifecycleError(error) && error.code === 'OUTCOME_UNKNOWN') return client.reconcile(error)
 */
export class OutcomeUnknownError extends TerminalLifecycleError<'OUTCOME_UNKNOWN'> {
  override readonly name = 'OutcomeUnknownError'
  readonly request: RequestSummary
  readonly idempotencyKey: string
  /** Name of the operation, as `payOut`; `null` where whoever threw it did not say. */
  readonly operation: string | null
  /** Whose life the write was about; `null` where its input named none. */
  readonly lifecycleId: string | null
  readonly applicationId: string | null
  /** Seconds that the other side asked to wait; `null` where it did not. */
  readonly retryAfter: number | null
  /** What is known of the last attempt, as a read would have had it; left out where nothing is. */
  declare readonly cause?: TerminalLifecycleError

  constructor({ request, idempotencyKey, retryAfter, cause: given, ...about }: UnknownOutcome) {
    // What is no error of ours may print anything.
    const cause = isTerminalLifecycleError(given) ? given : undefined
    const { method, url } = requestSummary(request.method, request.url)
    // A key that a client has let pass is always kept: without it nobody could find out.
    const key = isIdempotencyKey(idempotencyKey) ? idempotencyKey : redacted
    super(
      'OUTCOME_UNKNOWN',
      `${method} ${url} with idempotency key ${key} was sent, but its result is unknown${cause ? ` (${cause.code})` : ''}.`,
    )
    this.request = { method, url }
    this.idempotencyKey = key
    this.operation = about.operation === undefined ? null : label(about.operation)
    this.lifecycleId = about.lifecycleId === undefined ? null : reference(about.lifecycleId)
    this.applicationId = about.applicationId === undefined ? null : reference(about.applicationId)
    this.retryAfter = safeNumber(retryAfter)
    if (cause) this.cause = cause
  }
}
