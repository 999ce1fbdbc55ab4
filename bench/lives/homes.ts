import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../src/runtime/store.ts'
import { openPool } from '../../test/runtime/postgres/pg.ts'

/** A home and where it is: a path, or the address of a server and a schema with a blank between them. */
export interface Home {
  kind: string
  where: string
  store: Store
}

/** What it takes on the disk, its indexes included and its log not. */
export async function bytesOf({ kind, where }: Home): Promise<number> {
  if (kind === 'sqlite') {
    const file = new DatabaseSync(where)
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    file.close()
    return statSync(where).size
  }
  const [url = '', schema] = where.split(' ')
  const pool = openPool(url)
  const { rows } = await pool.query(
    `SELECT sum(pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)) AS bytes
     FROM pg_tables WHERE schemaname = $1`,
    [schema],
  )
  await pool.end()
  return Number(rows[0]?.bytes)
}
