import { statSync } from 'node:fs'
import { Unfit } from '../unfit.ts'

/**
 * Is there a file? One of no bytes was cut off, or nothing was ever written into it: opened, it would be taken for a new one, given
 * tables, and SQLite would remove the WAL beside it.
 */
export const isThere = (path: string): boolean => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isFile() && stats.size === 0) throw new Unfit('isEmpty', path)
  return stats !== undefined
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size

/** Whoever made it was ended before the first byte: nothing was lost, for there is no WAL beside it. */
export const isJustBegun = (path: string): boolean => sizeOf(path) === 0 && !sizeOf(`${path}-wal`)
