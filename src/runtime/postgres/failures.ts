import { isTerminalLifecycleError, StoreError, type StoreFailure } from '../../errors/index.ts'

/** SQLSTATE; those that are not named here are told by their class, the first two characters. */
const failureByState: Readonly<Record<string, StoreFailure>> = {
  // a standby, as after a failover: its successor writes again
  '25006': 'unavailable',
  // the transaction was idle for too long
  '25P03': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '53100': 'full',
  '55P03': 'busy',
  '57014': 'busy',
  '58030': 'unavailable',
}
const failureByClass: Readonly<Record<string, StoreFailure>> = {
  '08': 'unavailable',
  '53': 'unavailable',
  '57': 'unavailable',
  XX: 'damaged',
}

function failureOf(error: unknown): StoreFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  // No server has spoken, whose codes have a digit: the connection was lost, or there was none (`EPIPE`).
  if (typeof code !== 'string' || !/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return 'unavailable'
  return failureByState[code] ?? failureByClass[code.slice(0, 2)] ?? 'failed'
}

/**
 * What the client of a database threw, as an error of ours with its SQLSTATE. Its message stays out: it quotes what was to be
 * stored.
 */
export const storeErrorFrom = (error: unknown): Error =>
  isTerminalLifecycleError(error) ? error : new StoreError(failureOf(error), error)
