import { DatabaseSync } from 'node:sqlite'
import { checkNumber, checkOptions } from '../../errors/index.ts'
import { backUp } from './backup.ts'
import {
  type ConnectionOf,
  checkBusyTimeout,
  connectTo,
  isBusy,
  type SqliteHome,
  type SqliteOptions,
} from './connection.ts'
import { ofRecords, prepareDatabase, type Tables } from './database.ts'
import { checkPath, guarded } from './failures.ts'
import { closeAtEnd, closeWhole, refuseWithoutWal } from './whole.ts'

/** Opens a file and makes its tables; one that is locked is prepared by the first call that gets through. */
export function openFile(path: string, options: SqliteOptions, tables: Tables = ofRecords): DatabaseSync {
  checkOptions({ options }, { options: 'object' })
  checkBusyTimeout(options)
  checkPath(path)
  if (options.incomplete !== 'accept') refuseWithoutWal(path, tables.wholeSince)
  const database = guarded(() => new DatabaseSync(path))
  try {
    guarded(() => prepareDatabase(database, tables))
  } catch (error) {
    if (!isBusy(error)) {
      database.close()
      throw error
    }
  }
  if (path !== ':memory:') closeAtEnd(database)
  return database
}

/**
 * Opens a file with tables of one's own, as durable as `sqliteStore` and as patient with locks.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws InvalidInputError for a number that is none, in `home` or in the options.
 * @throws StoreError when the file cannot be opened, or is another program's database.
 * @throws StoreError `incomplete` when its WAL is missing.
 * @throws FutureVersionError when a newer release wrote it.
 * @example const { read, write, close } = openSqlite('notes.db', { applicationId: 0x6e6f7465, versions, wholeSince: 1, statements })
 */
export function openSqlite<Sql>(
  path: string,
  home: SqliteHome<Sql>,
  options: SqliteOptions = {},
): ConnectionOf<Sql> & {
  /** Copies the file as it is at this moment, while others write; see `Backup`. */
  backup(path: string): Promise<void>
  close(): Promise<void>
} {
  checkOptions({ home }, { home: 'object' })
  checkNumber('/home/applicationId', home.applicationId, { least: 1, most: 0x7fff_ffff })
  checkNumber('/home/wholeSince', home.wholeSince, { least: 0, endless: true })
  const database = openFile(path, options, home)
  return {
    ...connectTo(database, home, options),
    backup: (to) => backUp(database, path, to),
    close: async () => guarded(() => closeWhole(database)),
  }
}
