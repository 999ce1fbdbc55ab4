import { DatabaseSync } from 'node:sqlite'
import { FutureVersionError, StoreError } from '../../errors/index.ts'
import { applicationId, schemaVersion, versions } from './schema.ts'

/** How long a connection waits for another process to finish its transaction. */
const busyTimeoutMs = 5_000

/** Runs the work in one transaction that holds the write lock from its beginning; an error leaves nothing of it. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    try {
      database.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full; the first error is the one that counts.
    }
    throw error
  }
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id' | 'schema_version'): number {
  const row = database.prepare(`PRAGMA ${name}`).get()
  return Number(row?.[name] ?? 0)
}

/** Brings the tables to today's version; a file of a former one as well as an empty one. */
function createSchema(database: DatabaseSync): void {
  const isEmpty = pragma(database, 'schema_version') === 0
  if (!isEmpty && pragma(database, 'application_id') !== applicationId) throw new StoreError('foreign')
  const found = isEmpty ? 0 : pragma(database, 'user_version')
  if (found > schemaVersion) throw new FutureVersionError({ found, known: schemaVersion })
  if (found === schemaVersion) return
  for (const version of versions.slice(found)) database.exec(version)
  database.exec(`PRAGMA user_version = ${schemaVersion}`)
}

/** Makes an open database ours: durable to the last acknowledged commit, with the tables of this version. */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  inTransaction(database, () => createSchema(database))
}

export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    prepareDatabase(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
