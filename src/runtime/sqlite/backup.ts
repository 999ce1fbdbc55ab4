import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
// By its name alone: Node 22.13 to 22.15 have no `backup`, and would refuse the import of one.
import * as sqlite from 'node:sqlite'
import { StoreError } from '../../errors/index.ts'
import { checkPath, guarded, storeErrorFrom } from './failures.ts'

/** More pages than a file may have: all in one go, which in WAL mode is the file at one moment while writers go on. */
const allPages = 2 ** 31 - 1

const copyInto = async (database: sqlite.DatabaseSync, to: string): Promise<void> => {
  if (typeof sqlite.backup === 'function') await sqlite.backup(database, to, { rate: allPages })
  // Older Nodes make the same copy, and answer nobody meanwhile.
  else database.prepare('VACUUM INTO ?').run(to)
}

/** One whole file, on the disk: without a WAL beside it that could be left behind. */
const settle = (path: string): void => {
  const copy = new sqlite.DatabaseSync(path)
  try {
    copy.exec('PRAGMA journal_mode = DELETE')
  } finally {
    copy.close()
  }
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/**
 * A copy of the database as it is at one moment, while this process and others go on writing. It appears under its name when it is
 * whole; a copy that was broken off leaves none.
 *
 * @param from the file that is open, or `':memory:'`.
 * @throws StoreError `exists` where there is a file of that name.
 */
export async function backUp(database: sqlite.DatabaseSync, from: string, to: string): Promise<void> {
  checkPath(to)
  if (existsSync(to)) throw new StoreError('exists')
  const part = `${to}.part`
  // A connection of its own has a moment of its own; with the one that writes, the copy would wait for its writes.
  const source =
    from === ':memory:' ? database : guarded(() => new sqlite.DatabaseSync(from, { readOnly: true }))
  try {
    rmSync(part, { force: true })
    await copyInto(source, part)
    settle(part)
    renameSync(part, to)
  } catch (error) {
    guarded(() => rmSync(part, { force: true }))
    throw storeErrorFrom(error)
  } finally {
    if (source !== database) source.close()
  }
}
