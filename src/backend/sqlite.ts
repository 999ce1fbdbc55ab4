import { type Backup, openSqlite, type SqliteOptions } from '../runtime/sqlite.ts'
import { type DocumentsOptions, documentsOver } from './documents/over.ts'
import type { Documents } from './documents.ts'
import { rowsOver } from './sqlite/rows.ts'
import { applicationId, versions, wholeSince } from './sqlite/schema.ts'
import { prepareStatements } from './sqlite/statements.ts'

/** Scan and lock of the file; both have defaults. */
export interface SqliteDocumentsOptions extends DocumentsOptions, SqliteOptions {}

/**
 * Keeps papers and their bytes in one SQLite file, apart from that of the records. A piece is on the disk before it is
 * acknowledged, so that an upload goes on after `kill -9` and power loss where its sender was told. Several processes may open the
 * same file; it must not be on a network drive. While another process holds its lock, calls wait and nothing else does.
 *
 * @param path a file, made when there is none, or `':memory:'`.
 * @throws InvalidInputError for a `busyTimeoutMs` that is no time.
 * @throws StoreError when the file cannot be opened, or is another program's database.
 * @throws FutureVersionError when a newer release of this library wrote it.
 * @example
 * const documents = sqliteDocuments('documents.db', { scan })
 * const runtime = createRuntime({ store: sqliteStore('terminals.db'), services, papers: documents })
 */
export function sqliteDocuments(path: string, options: SqliteDocumentsOptions = {}): Documents & Backup {
  const home = { applicationId, versions, wholeSince, statements: prepareStatements }
  const { read, write, backup, close } = openSqlite(path, home, options)
  const documents = documentsOver(
    {
      read: (work) => read((sql) => work(rowsOver(sql))),
      write: (work) => write((sql) => work(rowsOver(sql))),
      close,
    },
    options,
  )
  return { ...documents, backup }
}
