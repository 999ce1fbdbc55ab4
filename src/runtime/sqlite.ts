import type { SqliteOptions } from './sqlite/connection.ts'
import { openFile } from './sqlite/open.ts'
import { storeOver } from './sqlite/store.ts'
import type { Store } from './store.ts'

export type { SqliteOptions } from './sqlite/connection.ts'
export { openSqlite, type SqliteHome } from './sqlite/open.ts'

/**
 * Keeps everything in one SQLite file, through `node:sqlite`: the store for one server. A commit is on the disk before it
 * is acknowledged (WAL, `synchronous=FULL`), so that `kill -9` and power loss cost nothing that was answered. Several
 * processes may open the same file; the file must not be on a network drive.
 *
 * While another process holds the lock of the file, calls wait for `busyTimeoutMs` and nothing else does. A file that is
 * locked when it is opened is prepared by the first call that gets through.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws StoreError when the file cannot be opened, or is another program's database.
 * @throws FutureVersionError when a newer release of this library wrote it.
 * @example const store = sqliteStore('terminals.db')
 */
export function sqliteStore(path: string, options: SqliteOptions = {}): Store {
  return storeOver(openFile(path), options)
}
