import { isTerminalLifecycleError } from '../errors/index.ts'

/** A code that is safe to store of whatever was thrown: our own, the host's such as ECONNREFUSED, or the error's name. */
export function failureCode(error: unknown): string {
  try {
    return codeOf(error)
  } catch {
    // A foreign object may throw when it is read.
    return 'UNKNOWN'
  }
}

function codeOf(error: unknown): string {
  if (isTerminalLifecycleError(error)) return error.code
  if (!(error instanceof Error)) return 'UNKNOWN'
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) && !/\d{8}/.test(code)) return code
  return /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error'
}
