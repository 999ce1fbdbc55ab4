import { DatabaseSync } from 'node:sqlite'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { digestOf, genesisHash } from '../../src/schemas/index.ts'
import { formatOneStore } from './format-1-stores.ts'

type Row = Record<string, string | number | null>

const tables = ['record', 'device', 'journal', 'inbox', 'work_order', 'timer'] as const

const rowsOf = (database: DatabaseSync, table: string, lifecycleId?: string): Row[] => {
  const all = database.prepare(`SELECT * FROM ${table}`).all() as Row[]
  return lifecycleId === undefined ? all : all.filter((row) => row.lifecycle_id === lifecycleId)
}

const insert = (database: DatabaseSync, table: string, { position: _, ...row }: Row): void => {
  const names = Object.keys(row)
  const values = names.map((name) => `:${name}`).join(', ')
  database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`).run(row)
}

/** The life again under another terminal number, its chain made anew. */
async function copyOf(rows: Readonly<Record<string, Row[]>>, number: string, other: string) {
  const renamed = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replaceAll(number, other) : value,
      ]),
    )
  const copied = Object.fromEntries(tables.map((table) => [table, (rows[table] ?? []).map(renamed)]))
  let prevHash = genesisHash
  for (const row of (copied.journal ?? []).toSorted((a, b) => Number(a.seq) - Number(b.seq))) {
    row.prev_hash = prevHash
    prevHash = await digestOf({ ...JSON.parse(String(row.body)), prevHash })
    row.hash = prevHash
  }
  for (const row of copied.record ?? []) row.head = prevHash
  return copied
}

/** One store with so many copies of every life that was told something in these stores of format 1. */
export async function crowdedStore(names: readonly CaseName[], copies: number, at: string): Promise<string> {
  const { path } = formatOneStore('withdrawal', at)
  const database = new DatabaseSync(path)
  for (const table of tables) database.exec(`DELETE FROM ${table}`)
  let made = 0
  database.exec('BEGIN')
  for (const name of names) {
    const source = new DatabaseSync(formatOneStore(name, at).path)
    for (const { lifecycle_id: id, terminal_id: number, version } of rowsOf(source, 'record')) {
      if (Number(version) === 0) continue
      const rows = Object.fromEntries(tables.map((table) => [table, rowsOf(source, table, String(id))]))
      for (let copy = 0; copy < copies; copy += 1) {
        made += 1
        const copied = await copyOf(rows, String(number), String(20_000_000 + made))
        for (const table of tables) for (const row of copied[table] ?? []) insert(database, table, row)
      }
    }
    source.close()
  }
  database.exec('COMMIT')
  database.close()
  return path
}
