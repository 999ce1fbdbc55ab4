import { declaredPointer, type Operation, Problem, readReply, strayEcho } from '../contract/index.ts'
import {
  ConnectionError,
  HttpError,
  type InputIssue,
  isTerminalLifecycleError,
  OutcomeUnknownError,
  ProtocolError,
  type Refusal,
  RefusedError,
  type RequestSummary,
  RequestTimeoutError,
  requestSummary,
  safeIssues,
  UntrustedEndpointError,
  VersionConflictError,
} from '../errors/index.ts'
import { isCertain } from './certainty.ts'
import { isPromise } from './mapped-request.ts'
import { mappingOf } from './mappings.ts'
import type { Outgoing } from './outgoing.ts'
import type { Settings } from './settings.ts'
import type { Answered, Trail } from './trail.ts'

/** A finished call. */
export interface Call {
  readonly row: Operation
  readonly request: Outgoing
  readonly trail: Trail
  readonly settings: Settings
  readonly signal: AbortSignal | undefined
  readonly expectedVersion: number | undefined
}

/** The other side did not decide: the same request may do later. */
const isUndecided = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500

/** For errors alone: masking an address takes longer than reading a reply. */
const summaryOf = ({ row, request }: Call): RequestSummary => requestSummary(row.method, request.url)

/** The body as the contract has it; a mapping is somebody's own code, and what it throws is not repeated. */
const mapped = (call: Call, body: unknown): unknown => {
  const { row, settings, request } = call
  const mapping = mappingOf(settings.mappings, row.name)
  const not = (code: string) =>
    new ProtocolError({ request: summaryOf(call), issues: [{ path: `/mappings/${row.name}/reply`, code }] })
  const made = () => {
    try {
      return mapping.reply ? mapping.reply(body, request.input) : body
    } catch {
      throw not('MAPPING_FAILED')
    }
  }
  const answer = made()
  if (isPromise(answer)) throw not('WRONG_TYPE')
  return answer
}

const reply = (call: Call, { body, fault, faultPath = '' }: Answered): unknown => {
  const not = (issues: readonly InputIssue[]) => new ProtocolError({ request: summaryOf(call), issues })
  if (fault) throw not([{ path: declaredPointer(faultPath), code: `BODY_${fault.toUpperCase()}` }])
  const parsed = readReply(call.row.reply, mapped(call, body))
  if (!parsed.ok) throw not(parsed.issues)
  const path = strayEcho(call.row, call.request.input, parsed.value)
  if (path !== undefined) throw not([{ path, code: 'ABOUT_SOMETHING_ELSE' }])
  return parsed.value
}

const problemOf = (body: unknown): Problem | undefined => {
  const parsed = readReply(Problem, body)
  return parsed.ok ? (parsed.value as Problem) : undefined
}

const secondsOf = (wait: number | undefined): number | null =>
  wait === undefined ? null : Math.ceil(wait / 1000)

/** The paths of a problem are the other side's own words. */
const wordsOf = (issues: readonly InputIssue[]): string =>
  safeIssues(issues)
    .map(({ path, code }) => `${path} ${code}`)
    .join(', ')

const refusal = (call: Call, { status, body, retryAfter }: Answered): Error => {
  const problem = problemOf(body)
  if (!problem || status === 401 || isUndecided(status)) {
    const request = summaryOf(call)
    return new HttpError({ request, status, problem, retryAfter: secondsOf(retryAfter) })
  }
  return new RefusedError({
    refusal: problem.code,
    reason: problem.issues && wordsOf(problem.issues),
    // A code that this version does not know stays as `unknown(CODE)`.
    blockers: problem.blockers as Refusal['blockers'],
    offset: problem.offset,
  })
}

const answered = (call: Call, last: Answered): unknown => {
  const isJudged = last.fault !== 'dialect' && last.fault !== 'status'
  if (last.status < 300 || !isJudged) return reply(call, last)
  const { expectedVersion } = call
  if (last.status === 412 && expectedVersion !== undefined) {
    const { lifecycleId, applicationId } = call.request.about
    const { version = null } = last
    throw new VersionConflictError({
      lifecycleId: lifecycleId ?? applicationId ?? '',
      expected: expectedVersion,
      actual: version,
    })
  }
  throw refusal(call, last)
}

const timedOut = (call: Call): Error => {
  const { row, trail, settings } = call
  const { timeout } = settings
  const request = summaryOf(call)
  const total = row.media ? timeout.upload : timeout.total
  if (trail.turnedAway) return new RequestTimeoutError({ request, timeout: timeout.queue, clock: 'queue' })
  return trail.outOfTime || row.media
    ? new RequestTimeoutError({ request, timeout: total })
    : new RequestTimeoutError({ request, timeout: timeout.attempt, clock: 'attempt' })
}

/**
 * Nothing was attempted and no clock has run out: this environment cannot make such a request. What it says of that holds no credentials,
 * for they are only asked for within an attempt.
 */
const impossible = (call: Call): Error => {
  const { failure } = call.trail
  if (isTerminalLifecycleError(failure)) return failure
  return new ConnectionError({
    request: summaryOf(call),
    cause: failure,
    words: failure instanceof Error ? failure.message : undefined,
  })
}

const unanswered = (call: Call): Error => {
  const { last, turnedAway, outOfTime } = call.trail
  call.signal?.throwIfAborted()
  if (last?.kind === 'unsent' && isTerminalLifecycleError(last.reason)) return last.reason
  if (last?.kind === 'unsent') return new ConnectionError({ request: summaryOf(call), cause: last.reason })
  if (last?.kind === 'redirected')
    return new UntrustedEndpointError({ url: call.request.url, reason: 'redirect' })
  if (last?.kind === 'lost' || last?.kind === 'unreached')
    return new ConnectionError({ request: summaryOf(call), cause: last.cause })
  return last || turnedAway || outOfTime ? timedOut(call) : impossible(call)
}

/** What a call comes to, as if it had changed nothing. */
const asRead = (call: Call): unknown => {
  const { last } = call.trail
  if (last?.kind === 'answered') return answered(call, last)
  throw unanswered(call)
}

/**
 * What a call comes to, read off its trail.
 *
 * @returns the reply, as the row's schema reads it.
 * @throws every error that `AcquirerClient` documents.
 */
export const conclude = (call: Call): unknown => {
  const { row, trail, request } = call
  const { idempotencyKey, about } = request
  try {
    return asRead(call)
  } catch (error) {
    if (idempotencyKey === undefined || isCertain(trail)) throw error
    const { last } = trail
    throw new OutcomeUnknownError({
      request: summaryOf(call),
      idempotencyKey,
      operation: row.name,
      ...about,
      retryAfter: last?.kind === 'answered' ? secondsOf(last.retryAfter) : null,
      // The reason of a caller's signal is the caller's own, and may hold anything.
      cause: isTerminalLifecycleError(error) ? error : undefined,
    })
  }
}
