import { DatabaseSync } from 'node:sqlite'
import type { Deliveries } from './deliveries.ts'
import { isBusy, type SqliteDeliveriesOptions } from './sqlite/connection.ts'
import { prepareDatabase } from './sqlite/database.ts'
import { deliveriesOver } from './sqlite/deliveries.ts'
import { guarded } from './sqlite/failures.ts'

export type { SqliteDeliveriesOptions } from './sqlite/connection.ts'

/**
 * Keeps what an outbox owes in one SQLite file, through `node:sqlite`. A plan and its cursor are on the disk before they are
 * acknowledged (WAL, `synchronous=FULL`). Several processes may open the same file; it must not be on a network drive, nor
 * be the file of the records.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws {StoreError} when the file cannot be opened, or is another program's database.
 * @throws {FutureVersionError} when a newer release of this library wrote it.
 * @example const deliveries = sqliteDeliveries('webhooks.db', { environment: systemEnvironment })
 */
export function sqliteDeliveries(path: string, options: SqliteDeliveriesOptions): Deliveries {
  const database = guarded(() => new DatabaseSync(path))
  try {
    guarded(() => prepareDatabase(database))
  } catch (error) {
    if (!isBusy(error)) {
      database.close()
      throw error
    }
  }
  return deliveriesOver(database, options)
}
