import type { DatabaseSync } from 'node:sqlite'
import { FutureVersionError, StoreError } from '../../errors/index.ts'
import { applicationId, versions, wholeSince } from './schema.ts'
import { turning } from './whole.ts'

/** The tables of one kind of home. */
export interface Tables {
  /** Written to `application_id`: tells its files from other SQLite databases. */
  applicationId: number
  /** What each version adds to the one before; their number is written to `user_version`. */
  versions: readonly string[]
  /** The version since which a file that nobody has open names no WAL; left out: one without its WAL is not found out. */
  wholeSince?: number | undefined
}

export const ofRecords: Tables = { applicationId, versions, wholeSince }

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

/** Of the tables; 0 where there are none yet. What is there must be ours. */
function versionOf(database: DatabaseSync, tables: Tables): number {
  if (pragma(database, 'schema_version') === 0) return 0
  if (pragma(database, 'application_id') !== tables.applicationId) throw new StoreError('foreign')
  const found = pragma(database, 'user_version')
  const known = tables.versions.length
  if (found > known) throw new FutureVersionError({ found, known })
  return found
}

/**
 * Asked inside each transaction that writes: somebody may have opened the file with a newer release meanwhile, and what this
 * one writes would lack what that one counts on.
 *
 * @throws FutureVersionError
 */
export function createVersionCheck(
  database: DatabaseSync,
  { versions: { length: known } }: Tables,
): () => void {
  const version = database.prepare('PRAGMA user_version')
  return () => {
    const found = Number(version.get()?.user_version)
    if (found > known) throw new FutureVersionError({ found, known })
  }
}

/** Brings the tables to today's version; a file of a former one as well as an empty one. */
function createSchema(database: DatabaseSync, tables: Tables): void {
  // Asked again: somebody else may have been faster.
  const found = versionOf(database, tables)
  if (found === tables.versions.length) return
  for (const version of tables.versions.slice(found)) database.exec(version)
  database.exec(`PRAGMA user_version = ${tables.versions.length}`)
}

/**
 * Makes an open database ours: durable to the last acknowledged commit, with the tables of this version. The write lock is
 * taken only where there is something to write.
 */
export function prepareDatabase(database: DatabaseSync, tables: Tables = ofRecords): void {
  // First of all: the journal mode is written to the file, and what is refused is left as it was.
  versionOf(database, tables)
  turning(database, () => {
    database.exec('PRAGMA journal_mode = WAL')
    // The WAL is made by who reads first.
    versionOf(database, tables)
  })
  database.exec('PRAGMA synchronous = FULL')
  // 64 MB at the most: of a file with a million lives the indexes that are asked again and again stay at hand. Papers would only fill it.
  if (tables === ofRecords) database.exec('PRAGMA cache_size = -65536')
  if (versionOf(database, tables) === tables.versions.length) return
  inTransaction(database, () => createSchema(database, tables))
  // So that the file itself says how it has to be closed.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}
