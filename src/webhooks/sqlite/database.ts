import type { DatabaseSync } from 'node:sqlite'
import { FutureVersionError, StoreError } from '../../errors/index.ts'
import { applicationId, schemaVersion, versions } from './schema.ts'

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

const pragma = (database: DatabaseSync, name: 'user_version' | 'application_id' | 'schema_version'): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)

/** Of the tables; 0 where there are none yet. What is there must be ours. */
function versionOf(database: DatabaseSync): number {
  if (pragma(database, 'schema_version') === 0) return 0
  if (pragma(database, 'application_id') !== applicationId) throw new StoreError('foreign')
  const found = pragma(database, 'user_version')
  if (found > schemaVersion) throw new FutureVersionError({ found, known: schemaVersion })
  return found
}

function upgrade(database: DatabaseSync): void {
  // Asked again within the transaction: somebody else may have been faster.
  for (const version of versions.slice(versionOf(database))) database.exec(version)
  database.exec(`PRAGMA user_version = ${schemaVersion}`)
}

/** Makes an open database ours: durable to the last acknowledged transaction, with the tables of this version. */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  if (versionOf(database) < schemaVersion) inTransaction(database, () => upgrade(database))
}
