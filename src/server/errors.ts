import type { Problem } from '../contract/index.ts'
import { type InputIssue, isTerminalLifecycleError } from '../errors/index.ts'
import { ProblemError } from './problem-error.ts'

/** A write's key is the id of its command: used for another one, the contract has a code for it. */
const reusesKey = ({ path, code }: InputIssue): boolean =>
  path === '/commandId' && code === 'COMMAND_ID_REUSED'

/** What the implementation threw, as a problem; `undefined`: it did not mean to. */
export const problemOf = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error
  if (!isTerminalLifecycleError(error)) return undefined
  if (error.code === 'VERSION_CONFLICT') {
    const headers = error.actual === null ? {} : { etag: `"${error.actual}"` }
    return new ProblemError('STALE_VERSION', { headers })
  }
  if (error.code === 'INVALID_INPUT') {
    const { issues } = error
    if (issues.some(reusesKey)) return new ProblemError('IDEMPOTENCY_KEY_REUSED')
    return new ProblemError('VALIDATION_FAILED', { issues })
  }
  if (error.code === 'FORBIDDEN_FIELD') {
    const issues = error.paths.map((path) => ({ path, code: 'FORBIDDEN_FIELD' }))
    return new ProblemError('VALIDATION_FAILED', { issues })
  }
  if (error.code !== 'REFUSED') return undefined
  const blockers: Problem['blockers'] = error.blockers
  const { offset } = error
  return new ProblemError(error.refusal, {
    ...(blockers.length > 0 && { blockers }),
    ...(offset !== null && { offset }),
  })
}
