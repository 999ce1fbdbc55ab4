import { DatabaseSync } from 'node:sqlite'

/** What one command writes, as text. */
export interface Written {
  readonly lifecycleId: string
  readonly record: string
  readonly entry: string
  readonly answer: string
}

/** The texts that the newest command of a life has written into a file of the runtime. */
export const newestOf = (file: DatabaseSync, lifecycleId: string): Written => {
  const text = (sql: string) => String(file.prepare(sql).get(lifecycleId)?.text)
  return {
    lifecycleId,
    record: text('SELECT value || context AS text FROM record WHERE lifecycle_id = ?'),
    entry: text('SELECT body AS text FROM journal WHERE lifecycle_id = ? ORDER BY seq DESC LIMIT 1'),
    answer: text(
      'SELECT fingerprint || brief AS text FROM inbox WHERE lifecycle_id = ? ORDER BY rowid DESC LIMIT 1',
    ),
  }
}

const tables = `
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE record (id TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE entry (id TEXT NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id, seq));
CREATE TABLE answer (id TEXT NOT NULL, command_id TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id, command_id));`

/**
 * The least that node:sqlite can be asked for to keep the same rows: has it been answered, read, write the record, its entry and
 * the answer, in one commit for each. No rules, no hashes, nothing to be found by.
 */
export function rawStore(path: string) {
  const file = new DatabaseSync(path)
  file.exec(tables)
  const answered = file.prepare('SELECT text FROM answer WHERE id = ? AND command_id = ?')
  const read = file.prepare('SELECT version, text FROM record WHERE id = ?')
  const open = file.prepare('INSERT OR IGNORE INTO record VALUES (?, 0, ?)')
  const update = file.prepare('UPDATE record SET version = ?, text = ? WHERE id = ?')
  const enter = file.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  const answer = file.prepare('INSERT INTO answer VALUES (?, ?, ?)')
  let round = 0

  const write = (id: string, written: Written) => {
    const seq = Number(read.get(id)?.version) + 1
    answered.get(id, `command-${seq}`)
    update.run(seq, written.record, id)
    enter.run(id, seq, written.entry)
    answer.run(id, `command-${seq}`, written.answer)
  }
  return {
    /** New lives of the same sizes. */
    open(all: readonly Written[]) {
      round += 1
      file.exec('BEGIN')
      for (const { lifecycleId, record } of all) open.run(`${lifecycleId}/${round}`, record)
      file.exec('COMMIT')
    },
    /** @param together commands in one commit. */
    tell(all: readonly Written[], together = 1) {
      for (let from = 0; from < all.length; from += together) {
        file.exec('BEGIN IMMEDIATE')
        for (const written of all.slice(from, from + together))
          write(`${written.lifecycleId}/${round}`, written)
        file.exec('COMMIT')
      }
    },
    close: () => file.close(),
  }
}
