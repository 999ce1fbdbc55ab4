import type { Problem } from '../contract/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import { ProblemError } from './problem-error.ts'

/** Refusals with a status of their own; every other one is a conflict with the state of things. */
const statuses: Readonly<Record<string, number>> = {
  ROLE_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  STALE_VERSION: 412,
  VALIDATION_FAILED: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
}

/** What the implementation threw, as a problem; `undefined`: it did not mean to. */
export const problemOf = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error
  if (!isTerminalLifecycleError(error)) return undefined
  if (error.code === 'VERSION_CONFLICT') {
    const headers = error.actual === null ? {} : { etag: `"${error.actual}"` }
    return new ProblemError('STALE_VERSION', 412, { headers })
  }
  if (error.code === 'INVALID_INPUT')
    return new ProblemError('VALIDATION_FAILED', 422, { issues: error.issues })
  if (error.code === 'FORBIDDEN_FIELD') {
    const issues = error.paths.map((path) => ({ path, code: 'FORBIDDEN_FIELD' }))
    return new ProblemError('VALIDATION_FAILED', 422, { issues })
  }
  if (error.code !== 'REFUSED') return undefined
  const blockers: Problem['blockers'] = error.blockers
  return new ProblemError(
    error.refusal,
    statuses[error.refusal] ?? 409,
    blockers.length > 0 ? { blockers } : {},
  )
}
