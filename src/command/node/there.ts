import { statSync } from 'node:fs'
import { Unfit } from '../unfit.ts'

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size

/**
 * Is there a file? One of no bytes was cut off, or nothing was ever written into it: opened, it would be taken for a new one, given
 * tables, and SQLite would remove the WAL beside it.
 *
 * @param made whoever makes it goes on with one of no bytes that has no WAL: an import was ended before its first.
 */
export const isThere = (path: string, made = false): boolean => {
  const size = sizeOf(path)
  if (size === 0 && !(made && !sizeOf(`${path}-wal`))) throw new Unfit('isEmpty', path)
  return size !== undefined
}
