import { InvalidInputError, RefusedError } from '../errors/index.ts'

const refusals: Readonly<Record<string, string>> = {
  LIFECYCLE_UNKNOWN: 'NOT_FOUND',
  LIFECYCLE_PURGED: 'NOT_FOUND',
  COMMAND_ID_REUSED: 'IDEMPOTENCY_KEY_REUSED',
}

/** What the runtime says of a command, in the words of the contract: its callers know no commands. */
export const asPortalRefusal = (error: Error): Error => {
  if (!(error instanceof InvalidInputError)) return error
  const refusal = error.issues.map(({ code }) => refusals[code]).find((code) => code !== undefined)
  if (refusal !== undefined) return new RefusedError({ refusal })
  const issues = error.issues.map(({ path, code }) => ({
    path: path === '/commandId' ? '/idempotencyKey' : path,
    code,
  }))
  return new InvalidInputError({ issues })
}
