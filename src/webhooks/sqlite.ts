import { type Backup, openSqlite, type SqliteOptions } from '../runtime/sqlite.ts'
import type { Deliveries } from './deliveries.ts'
import { deliveriesOver, type Endpoints } from './sqlite/deliveries.ts'
import { applicationId, versions, wholeSince } from './sqlite/schema.ts'
import { prepareStatements } from './sqlite/statements.ts'

export type { Endpoints }

/**
 * Keeps what an outbox owes in one SQLite file, through `node:sqlite`. A plan and its cursor are on the disk before they are
 * acknowledged (WAL, `synchronous=FULL`). Several processes may open the same file; it must not be on a network drive, nor
 * be the file of the records. While another process holds its lock, calls wait and nothing else does.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws InvalidInputError for a `busyTimeoutMs` that is no time.
 * @throws StoreError when the file cannot be opened, or is another program's database.
 * @throws FutureVersionError when a newer release of this library wrote it.
 * @example const deliveries = sqliteDeliveries('webhooks.db')
 */
export function sqliteDeliveries(path: string, options: SqliteOptions = {}): Deliveries & Backup & Endpoints {
  const home = openSqlite(
    path,
    { applicationId, versions, wholeSince, statements: prepareStatements },
    options,
  )
  return { ...deliveriesOver(home), backup: home.backup }
}
