import { DatabaseSync } from 'node:sqlite'

export interface RawChange {
  readonly lifecycleId: string
  /** The row that is read and written over. */
  readonly record: string
  /** The row that is added. */
  readonly entry: string
}

export interface RawStore {
  /** One transaction: reads the record, writes it over, adds the entry; on the disk when it returns. */
  commit(change: RawChange): void
  close(): void
}

/** The least that a durable store does for a change, with nothing around it: WAL and FULL, as ours. */
export const openRaw = (path: string): RawStore => {
  const database = new DatabaseSync(path)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE record (lifecycle_id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE entry (
      lifecycle_id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (lifecycle_id, version)
    ) STRICT;
  `)
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')]
  const read = database.prepare('SELECT version, body FROM record WHERE lifecycle_id = ?')
  const open = database.prepare('INSERT INTO record VALUES (?, ?, ?)')
  const update = database.prepare('UPDATE record SET version = ?, body = ? WHERE lifecycle_id = ?')
  const add = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  return {
    commit: ({ lifecycleId, record, entry }) => {
      begin.run()
      const found = read.get(lifecycleId)
      const version = Number(found?.version ?? 0) + 1
      if (found) update.run(version, record, lifecycleId)
      else open.run(lifecycleId, version, record)
      add.run(lifecycleId, version, entry)
      commit.run()
    },
    close: () => database.close(),
  }
}
