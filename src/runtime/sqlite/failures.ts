import { isTerminalLifecycleError, StoreError, type StoreFailure } from '../../errors/index.ts'

/** Primary result codes of SQLite; the lowest byte of what node:sqlite reports. */
const failureByCode: Readonly<Record<number, StoreFailure>> = {
  5: 'busy',
  6: 'busy',
  8: 'unavailable',
  10: 'unavailable',
  11: 'damaged',
  13: 'full',
  14: 'unavailable',
  // Others open, recover or close the file at this moment.
  15: 'busy',
  26: 'damaged',
}

/** A file that can be there under this name. No name at all is one for SQLite: of a file that ends with its process. */
export function checkPath(path: string): void {
  const isPath = typeof path === 'string' || (path as unknown) instanceof URL
  if (!isPath || !path || String(path).includes('\0')) throw new StoreError('unavailable')
}

export const isOf = (error: unknown, code: string): error is Error & { errcode?: unknown } =>
  error instanceof Error && 'code' in error && error.code === code

/** What node:sqlite throws, as an error of ours. SQLite's own message stays out: it may quote what was to be stored. */
export function storeErrorFrom(error: unknown): unknown {
  if (isTerminalLifecycleError(error)) return error
  if (isOf(error, 'ERR_INVALID_STATE')) return new StoreError('closed')
  // Nobody writes a number that JavaScript cannot read.
  if (isOf(error, 'ERR_OUT_OF_RANGE')) return new StoreError('damaged')
  if (error instanceof Error && 'syscall' in error)
    return new StoreError(isOf(error, 'ENOSPC') ? 'full' : 'unavailable')
  if (!isOf(error, 'ERR_SQLITE_ERROR')) return error
  const code = typeof error.errcode === 'number' ? error.errcode & 0xff : 0
  return new StoreError(failureByCode[code] ?? 'failed')
}

/** Runs the work and turns the failures of SQLite into ours. */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw storeErrorFrom(error)
  }
}
