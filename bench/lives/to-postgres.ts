import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { type PgPool, postgresStore } from '../../src/runtime/postgres.ts'

/** What is taken over; answers are kept for some days, and copies have none. */
const tables = [
  ...['record', 'device', 'journal', 'work_order', 'timer', 'told', 'policy', 'life', 'known', 'work'],
] as const

const rowsAtATime = 2_000

/** As `json_populate_recordset` reads it. */
const asJson = (_: string, value: unknown) =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value

type Row = Record<string, SQLOutputValue>

/**
 * Takes the rows of a SQLite file over into an empty schema, faster than anybody tells them. Indexes that are no law of a
 * table are made behind the rows, as whoever moves a fleet would.
 */
export async function copyToPostgres(file: string, pool: PgPool, schema: string): Promise<void> {
  await postgresStore(pool, { schema }).has('')
  const indexes = await pool.query(
    `SELECT indexdef, indexname FROM pg_indexes AS i WHERE schemaname = $1 AND NOT EXISTS
       (SELECT 1 FROM pg_constraint AS c WHERE c.conname = i.indexname)`,
    [schema],
  )
  for (const { indexname } of indexes.rows) await pool.query(`DROP INDEX ${schema}.${indexname}`)

  const database = new DatabaseSync(file, { readOnly: true })
  const columnsOf = async (table: string): Promise<readonly string[]> => {
    const { rows } = await pool.query(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = $1 AND table_name = $2 AND is_identity = 'NO'`,
      [schema, table],
    )
    const own = database.prepare(`PRAGMA table_info(${table})`).all()
    const known = new Set([
      ...own.map(({ name }) => String(name)),
      ...(table === 'journal' ? ['position'] : []),
    ])
    return rows.map(({ name }) => String(name)).filter((name) => known.has(name))
  }
  for (const table of tables) {
    const names = (await columnsOf(table)).join(', ')
    const from =
      table === 'journal'
        ? 'SELECT *, rowid AS position FROM journal ORDER BY rowid'
        : `SELECT * FROM ${table}`
    const write = (rows: readonly Row[]) =>
      pool.query(
        `INSERT INTO ${schema}.${table} (${names})
         SELECT ${names} FROM json_populate_recordset(NULL::${schema}.${table}, $1)`,
        [JSON.stringify(rows, asJson)],
      )
    let rows: Row[] = []
    for (const row of database.prepare(from).iterate()) {
      rows.push(row)
      if (rows.length < rowsAtATime) continue
      await write(rows)
      rows = []
    }
    if (rows.length > 0) await write(rows)
  }
  database.close()
  for (const { indexdef } of indexes.rows) await pool.query(String(indexdef))
  await pool.query(`UPDATE ${schema}.home SET position = (SELECT max(position) FROM ${schema}.journal)`)
  await pool.query('ANALYZE')
}
