import { backUp } from './sqlite/backup.ts'
import type { SqliteOptions } from './sqlite/connection.ts'
import { openFile } from './sqlite/open.ts'
import { storeOver } from './sqlite/store.ts'
import type { Store } from './store.ts'

export type { SqliteHome, SqliteOptions } from './sqlite/connection.ts'
export { openSqlite } from './sqlite/open.ts'

/** A home that is a file. */
export interface Backup {
  /**
   * Copies the file as it is at this moment to `path`, while this process and others go on writing; every commit that was
   * acknowledged before is in it. Under that name the copy is whole, or not there. A copy by other means of a file that is in
   * use lacks what its WAL holds, or is torn.
   *
   * Node before 22.16 does not answer anything else meanwhile.
   *
   * @throws StoreError `exists` for a file that is there already; `full`, `unavailable`.
   * @example await store.backup(`backups/terminals-${day}.db`)
   */
  backup(path: string): Promise<void>
}
export interface SqliteStore extends Store, Backup {}

/**
 * Keeps everything in one SQLite file, through `node:sqlite`: the store for one server. A commit is on the disk before it
 * is acknowledged (WAL, `synchronous=FULL`), so that `kill -9` and power loss cost nothing that was answered. Several
 * processes may open the same file; the file must not be on a network drive.
 *
 * While another process holds the lock of the file, calls wait for `busyTimeoutMs` and nothing else does. A file that is
 * locked when it is opened is prepared by the first call that gets through.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws InvalidInputError for a `busyTimeoutMs` that is no time.
 * @throws StoreError when the file cannot be opened, or is another program's database.
 * @throws StoreError `incomplete` when its WAL is missing: a copy of a file that was in use.
 * @throws FutureVersionError when a newer release of this library wrote it.
 * @example const store = sqliteStore('terminals.db')
 */
export function sqliteStore(path: string, options: SqliteOptions = {}): SqliteStore {
  const database = openFile(path, options)
  return { ...storeOver(database, options), backup: (to) => backUp(database, path, to) }
}
