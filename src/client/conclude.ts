import { type Operation, Problem, readReply } from '../contract/index.ts'
import {
  ConnectionError,
  HttpError,
  OutcomeUnknownError,
  ProtocolError,
  type Refusal,
  RefusedError,
  type RequestSummary,
  RequestTimeoutError,
  requestSummary,
  UntrustedEndpointError,
  VersionConflictError,
} from '../errors/index.ts'
import type { Outgoing } from './outgoing.ts'
import type { Answered, Trail } from './trail.ts'

/** A finished call. */
export interface Call {
  readonly row: Operation
  readonly request: Outgoing
  readonly trail: Trail
  /** What the caller was ready to wait, in milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  /** What the caller wanted to decide on, for the message of a conflict. */
  readonly about: string
  readonly expectedVersion: number | undefined
}

/** The other side did not decide: the same request may do later. */
const isUndecided = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500
/** A gateway that says these has lost the answer of whoever was behind it. */
const isGatewayLoss = (status: number): boolean => status === 502 || status === 504

const reply = (row: Operation, request: RequestSummary, { body, fault }: Answered): unknown => {
  if (fault) throw new ProtocolError({ request, issues: [{ path: '', code: `BODY_${fault.toUpperCase()}` }] })
  const parsed = readReply(row.reply, body)
  if (!parsed.ok) throw new ProtocolError({ request, issues: parsed.issues })
  return parsed.value
}

const problemOf = (body: unknown): Problem | undefined => {
  const parsed = readReply(Problem, body)
  return parsed.ok ? (parsed.value as Problem) : undefined
}

const secondsOf = (wait: number | undefined): number | null =>
  wait === undefined ? null : Math.ceil(wait / 1000)

const refusal = (request: RequestSummary, { status, body, retryAfter }: Answered): Error => {
  const problem = problemOf(body)
  if (!problem || status === 401 || isUndecided(status)) {
    return new HttpError({ request, status, problem, retryAfter: secondsOf(retryAfter) })
  }
  return new RefusedError({
    refusal: problem.code,
    reason: problem.issues?.map(({ path, code }) => `${path} ${code}`).join(', '),
    // A code that this version does not know stays as `unknown(CODE)`.
    blockers: problem.blockers as Refusal['blockers'],
  })
}

/**
 * What a call comes to, read off its trail.
 *
 * @returns the reply, as the row's schema reads it.
 * @throws every error that `AcquirerClient` documents.
 */
export const conclude = ({ row, request, trail, timeout, signal, about, expectedVersion }: Call): unknown => {
  const { last, uncertain } = trail
  const summary = requestSummary(row.method, request.url)
  const { idempotencyKey } = request
  const retryAfter = last?.kind === 'answered' ? secondsOf(last.retryAfter) : null
  const unknown =
    idempotencyKey === undefined
      ? undefined
      : new OutcomeUnknownError({ request: summary, idempotencyKey, retryAfter })
  if (last?.kind === 'answered') {
    if (last.status < 300) return reply(row, summary, last)
    if (unknown && (isGatewayLoss(last.status) || (uncertain && isUndecided(last.status)))) throw unknown
    if (last.status === 412 && expectedVersion !== undefined) {
      const { version = null } = last
      throw new VersionConflictError({ lifecycleId: about, expected: expectedVersion, actual: version })
    }
    throw refusal(summary, last)
  }
  if (unknown && uncertain) throw unknown
  signal?.throwIfAborted()
  if (last?.kind === 'unsent') throw last.reason
  if (last?.kind === 'redirected') throw new UntrustedEndpointError({ url: request.url, reason: 'redirect' })
  if (last?.kind === 'lost') throw new ConnectionError({ request: summary, cause: last.cause })
  throw new RequestTimeoutError({ request: summary, timeout })
}
