import { type Operation, type Problem, readReply } from '../contract/index.ts'
import type { ProblemError } from './problem-error.ts'

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

const titles: Readonly<Record<string, string>> = {
  BLOCKED: 'Something stands in the way',
  NOT_ALLOWED_IN_STATE: 'Not possible in this state',
  STALE_VERSION: 'The case has changed meanwhile',
  VALIDATION_FAILED: 'The request is not valid',
  ROLE_NOT_ALLOWED: 'Not allowed for this role',
  UNAUTHENTICATED: 'Credentials missing or not accepted',
  NOT_FOUND: 'Not found',
  METHOD_NOT_ALLOWED: 'Another method is needed here',
  BODY_TOO_LARGE: 'The body is too large',
  MEDIA_TYPE_NOT_SUPPORTED: 'Another media type is needed here',
  IDEMPOTENCY_KEY_MISSING: 'A write needs an Idempotency-Key',
  IDEMPOTENCY_KEY_REUSED: 'This Idempotency-Key belongs to another request',
  NOT_IMPLEMENTED: 'This operation is not offered here',
  INTERNAL: 'Unexpected failure',
}

/** A problem+json answer. */
export const problemResponse = ({ code, status, details }: ProblemError, traceId: string): Response => {
  const problem: Problem = {
    type: 'about:blank',
    title: titles[code] ?? 'Refused',
    status,
    code,
    ...(details.blockers && { blockers: details.blockers }),
    ...(details.issues && { issues: details.issues }),
    ...(status >= 500 && { traceId }),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...always, ...details.headers, 'content-type': 'application/problem+json' },
  })
}

const versionOf = (reply: unknown): number | undefined =>
  typeof reply === 'object' && reply !== null && 'version' in reply && typeof reply.version === 'number'
    ? reply.version
    : undefined

/**
 * The good answer: only what the row's reply schema names leaves the house.
 *
 * @throws Error when the implementation's answer does not fit the row; it names the places, not the values.
 */
export const replyResponse = (row: Operation, answer: unknown): Response => {
  const parsed = readReply(row.reply, answer)
  if (!parsed.ok) {
    const places = parsed.issues.map(({ path, code }) => `${path} ${code}`).join(', ')
    throw new TypeError(`The answer of ${row.name} does not fit the contract: ${places}`)
  }
  const version = versionOf(parsed.value)
  return new Response(JSON.stringify(parsed.value), {
    status: row.status ?? 200,
    headers: {
      ...always,
      'content-type': 'application/json',
      ...(version !== undefined && { etag: `"${version}"` }),
    },
  })
}
