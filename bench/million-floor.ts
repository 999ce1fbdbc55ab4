/**
 * The least that an event over very many terminals can cost beside the same over a thousand: bare rows of the size of ours in
 * node:sqlite, read, written and placed anew in a list, each in a commit of its own, with no rule between.
 *
 *   node bench/million-floor.ts [rows]
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { temporaryFolder } from './folder.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const few = 1_000
const [rounds, each, places] = [20, 200, 8]
const folder = temporaryFolder()

const bodyOf = (n: number): string => JSON.stringify({ n, text: 'x'.repeat(3_400) })
const idOf = (n: number): string => `life-${String(n).padStart(8, '0')}`

/** A file with so many rows; what it gives tells the next one something. */
function fileOf(rows: number): () => void {
  const database = new DatabaseSync(join(folder, `${rows}.db`))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
    CREATE TABLE record (id TEXT PRIMARY KEY, body TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE journal (id TEXT, seq INTEGER, body TEXT, PRIMARY KEY (id, seq)) STRICT, WITHOUT ROWID;
    CREATE TABLE work (id TEXT, n INTEGER, due INTEGER, PRIMARY KEY (due, id, n)) STRICT, WITHOUT ROWID;
    CREATE INDEX work_record ON work (id);`)
  const read = database.prepare('SELECT body FROM record WHERE id = ?')
  const record = database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?)')
  const journal = database.prepare('INSERT INTO journal VALUES (?, ?, ?)')
  const forget = database.prepare('DELETE FROM work WHERE id = ?')
  const work = database.prepare('INSERT INTO work VALUES (?, ?, ?)')
  const write = (id: string, seq: number, body: string): void => {
    record.run(id, body)
    journal.run(id, seq, body.slice(0, 900))
    for (let place = 0; place < places; place += 1) work.run(id, place, (seq * 31 + place * 7_919) % 100_000)
  }
  database.exec('BEGIN')
  for (let row = 0; row < rows; row += 1) {
    write(idOf(row), -row, bodyOf(0))
    if (row % 10_000 === 9_999) database.exec('COMMIT; BEGIN')
  }
  database.exec('COMMIT')
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  let told = 0
  return () => {
    told += 1
    const id = idOf((told * 104_729) % rows)
    const { n } = JSON.parse(String(read.get(id)?.body))
    database.exec('BEGIN IMMEDIATE')
    forget.run(id)
    write(id, told, bodyOf(n + 1))
    database.exec('COMMIT')
  }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const sides = { small: fileOf(few), big: fileOf(count) }
const seen = { small: [] as number[], big: [] as number[] }
// In turns, so that what else the machine does falls on both; the first two rounds warm up.
for (let round = -2; round < rounds; round += 1)
  for (const side of round % 2 === 0 ? (['small', 'big'] as const) : (['big', 'small'] as const)) {
    const from = process.cpuUsage()
    for (let n = 0; n < each; n += 1) sides[side]()
    const { user, system } = process.cpuUsage(from)
    if (round >= 0) seen[side].push((user + system) / 1_000 / each)
  }
const [small, big] = [middle(seen.small), middle(seen.big)]
console.log(
  `an event over ${count} bare rows: CPU ${big.toFixed(3)} ms (${small.toFixed(3)} over ${few}, × ${(big / small).toFixed(2)})`,
)
