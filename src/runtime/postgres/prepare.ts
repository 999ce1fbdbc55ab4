import { FutureVersionError, StoreError } from '../../errors/index.ts'
import { storeErrorFrom } from './failures.ts'
import type { PgClient } from './pool.ts'
import { quoted, versions } from './schema.ts'

/** Written to `home`: tells our tables from those of others that happen to have their names. */
const application = 'terminal-lifecycle'

/** @throws FutureVersionError where a newer release has been at work. */
export function checkVersion(found: number): void {
  if (found > versions.length) throw new FutureVersionError({ found, known: versions.length })
}

/** Which version the tables have; 0 where there are none. What is there must be ours. */
async function versionIn(client: PgClient, schema: string): Promise<number> {
  const tables = await client.query(
    `SELECT c.relname AS name FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname IN ('home', 'record', 'journal') AND c.relkind IN ('r', 'p')`,
    [schema],
  )
  if (tables.rows.length === 0) return 0
  if (!tables.rows.some(({ name }) => name === 'home')) throw new StoreError('foreign')
  const columns = await client.query(
    `SELECT count(*) AS n FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = 'home' AND column_name IN ('application', 'version')`,
    [schema],
  )
  if (Number(columns.rows[0]?.n) !== 2) throw new StoreError('foreign')
  const home = await client.query(`SELECT application, version FROM ${quoted(schema)}.home`)
  if (home.rows[0]?.application !== application) throw new StoreError('foreign')
  const found = Number(home.rows[0].version)
  checkVersion(found)
  return found
}

/** Brings the tables to today's version, as one transaction: two processes that begin at once wait for each other. */
async function carryOut(client: PgClient, schema: string): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE')
  try {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${application} ${schema}`])
    // Asked again: somebody else may have been faster.
    const found = await versionIn(client, schema)
    const has = await client.query('SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema])
    if (has.rows.length === 0) await client.query(`CREATE SCHEMA ${quoted(schema)}`)
    await client.query(`SET LOCAL search_path = ${quoted(schema)}`)
    for (const version of versions.slice(found)) await client.query(version)
    if (found === 0)
      await client.query('INSERT INTO home (application, version) VALUES ($1, $2)', [
        ...[application, versions.length],
      ])
    else await client.query('UPDATE home SET version = $1', [versions.length])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/**
 * Makes the tables of a schema, or brings those of a former release to today's version. Where they are, it reads and writes
 * nothing: whoever works with a home needs no right to change its tables.
 */
export async function prepareSchema(client: PgClient, schema: string): Promise<void> {
  try {
    if ((await versionIn(client, schema)) < versions.length) await carryOut(client, schema)
  } catch (error) {
    throw storeErrorFrom(error)
  }
}
