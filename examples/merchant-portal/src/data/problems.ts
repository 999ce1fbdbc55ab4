import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'

/**
 * Why something could not be read: no connection; the other side does not work; nobody is signed in; there is nothing of
 * that name for whoever asks.
 */
export type Problem = 'offline' | 'failed' | 'signedOut' | 'missing'

export const problemOf = (error: unknown): Problem => {
  if (!isTerminalLifecycleError(error)) return 'failed'
  if (error.code === 'CONNECTION_FAILED' || error.code === 'REQUEST_TIMEOUT') return 'offline'
  if (error.code === 'REFUSED' && error.refusal === 'NOT_FOUND') return 'missing'
  if (error.code === 'REFUSED' && error.refusal === 'UNAUTHENTICATED') return 'signedOut'
  if (error.code === 'HTTP_ERROR' && error.status === 401) return 'signedOut'
  return 'failed'
}
