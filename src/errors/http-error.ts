import { redact } from './redact.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { reference, safeCode, safeNumber } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What is kept of an error body (RFC 9457): `detail` and members of the server's own are dropped, for they echo input. */
export interface SafeProblem {
  readonly code: string | null
  /** Masked. */
  readonly title: string | null
  /** For the other side's support: says which of its logs to look at. */
  readonly traceId: string | null
}

/** Worth another try with the same idempotency key: too early, too many, or a failure that may pass. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * The other side answered with status 4xx or 5xx. No answer at all is a `ConnectionError` or a `RequestTimeoutError`.
 *
 * @example if (isTerminalLifecycleError(error) && error.code === 'HTTP_ERROR' && error.status === 404) return undefined
 */
export class HttpError extends TerminalLifecycleError<'HTTP_ERROR'> {
  override readonly name = 'HttpError'
  /** 400 to 599. */
  readonly status: number
  readonly request: RequestSummary
  readonly problem: SafeProblem
  readonly retryable: boolean
  /** Seconds that the other side asked to wait; `null` where it did not. */
  readonly retryAfter: number | null

  constructor({ request, status: answered, problem, retryAfter }: HttpFailure) {
    const status = safeNumber(answered) ?? 0
    const { method, url } = requestSummary(request.method, request.url)
    const safe = safeProblem(problem)
    super(
      'HTTP_ERROR',
      `${method} ${url} was answered with status ${status}${safe.code === null ? '' : ` ${safe.code}`}.`,
    )
    this.status = status
    this.request = { method, url }
    this.problem = safe
    this.retryable = passing.has(status)
    this.retryAfter = safeNumber(retryAfter)
  }
}

/** What an `HttpError` is made of. */
export interface HttpFailure {
  readonly request: RequestSummary
  readonly status: number
  /** The parsed body as it came; only `code`, `title` and `traceId` are taken from it. */
  readonly problem?: unknown
  /** Seconds. */
  readonly retryAfter?: number | null | undefined
}

/** A foreign object may throw when it is read. */
const membersOf = (body: unknown): { code?: unknown; title?: unknown; traceId?: unknown } => {
  try {
    const { code, title, traceId } = Object(body)
    return { code, title, traceId }
  } catch {
    return {}
  }
}

const safeProblem = (body: unknown): SafeProblem => {
  const { code, title, traceId } = membersOf(body)
  return {
    code: typeof code === 'string' ? safeCode(code) : null,
    title: typeof title === 'string' ? redact(title) : null,
    traceId: typeof traceId === 'string' && /^[0-9a-f-]{1,36}$/i.test(traceId) ? reference(traceId) : null,
  }
}
