import { createHash } from 'node:crypto'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { mark, templates } from './templates.ts'

type Row = Record<string, SQLInputValue>

/** What is copied of a life; its journal and record follow, because each entry is sealed again. */
const tables = ['life', 'device', 'known', 'timer', 'work', 'work_order'] as const

const hour = 3_600_000

/** Copies are due at other times; what is due at no instant stays so. */
function moved(row: Row, round: number): Row {
  if (typeof row.due !== 'string') return row
  const at = Date.parse(row.due) + (round % 1_000) * hour
  return { ...row, due: new Date(at).toISOString(), due_at: at }
}

const named = (row: Row, copy: string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(mark, copy) : value,
    ]),
  )

/** Each entry with the text that its hash is made of. */
interface Entry {
  row: Row
  canonical: string
}

interface Template {
  record: Row
  entries: readonly Entry[]
  rows: readonly (readonly [(typeof tables)[number], Row])[]
}

function templateOf(database: DatabaseSync, record: Row, sealed: readonly string[]): Template {
  const of = (table: string) =>
    database.prepare(`SELECT * FROM ${table} WHERE lifecycle_id = ?`).all(record.lifecycle_id ?? null)
  const entries = of('journal').map((row, at) => ({ row, canonical: sealed[at] ?? '' }))
  const rows = tables.flatMap((table) => of(table).map((row) => [table, row] as const))
  return { record, entries, rows }
}

/**
 * Writes copies until there are so many lives; each has ids of its own, and a chain that holds: `sealed` are the texts that the
 * hashes of each template's entries were made of.
 */
export function copyAll(path: string, lives: number, sealed: ReadonlyMap<string, readonly string[]>): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000')
  const records = database.prepare('SELECT * FROM record ORDER BY lifecycle_id').all()
  const all = records.map((record) =>
    templateOf(database, record, sealed.get(String(record.lifecycle_id)) ?? []),
  )
  const inserts = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const insert = (table: string, { position: _, ...row }: Row) => {
    const names = Object.keys(row)
    const statement =
      inserts.get(table) ??
      database.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `:${name}`)})`)
    inserts.set(table, statement)
    statement.run(row)
  }
  const copyOne = ({ record, entries, rows }: Template, round: number) => {
    const copy = `R${String(round).padStart(5, '0')}`
    let last = ''
    for (const { row, canonical } of entries) {
      const before = last === '' ? String(row.prev_hash) : last
      const text = canonical.replaceAll(mark, copy).replace(String(row.prev_hash), before)
      last = createHash('sha256').update(text).digest('hex')
      insert('journal', { ...named(row, copy), prev_hash: before, hash: last })
    }
    insert('record', { ...named(record, copy), head: last })
    for (const [table, row] of rows) insert(table, named(moved(row, round), copy))
  }
  for (let round = 1; round * templates < lives; round += 1) {
    if (round % 20 === 1) database.exec('BEGIN')
    for (const template of all) copyOne(template, round)
    if (round % 20 === 0 || (round + 1) * templates >= lives) database.exec('COMMIT')
  }
  // As the store leaves a file that nobody has open.
  database.exec('PRAGMA journal_mode = DELETE')
  database.close()
}
