import { FutureVersionError, StoreError } from '../../errors/index.ts'
import { storeErrorFrom } from './failures.ts'
import type { PgClient } from './pool.ts'
import { neededVersion, quoted, versions } from './schema.ts'

/** Written to `home`: tells our tables from those of others that happen to have their names. */
const application = 'terminal-lifecycle'

/**
 * @param needed what whoever writes must know.
 * @throws FutureVersionError where a newer release has been at work that can have no older one beside it.
 */
export function checkVersion(needed: number): void {
  if (needed > versions.length) throw new FutureVersionError({ found: needed, known: versions.length })
}

/** Which version the tables have; 0 where there are none, more than ours beside a newer release. What is there must be ours. */
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
  const { rows } = await client.query(`SELECT * FROM ${quoted(schema)}.home`)
  const [home] = rows
  if (home?.application !== application) throw new StoreError('foreign')
  checkVersion(Number(home.version))
  return Number(home.upgraded ?? home.version)
}

/**
 * Brings the tables to today's version, as one transaction: two processes that begin at once wait for each other. Commits wait
 * until it is done, and it waits for those that have begun, and for long readers such as a dump; not for ever, because
 * everybody else stands behind it meanwhile.
 */
async function carryOut(client: PgClient, schema: string, busyTimeoutMs: number): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE')
  try {
    await client.query(`SET LOCAL lock_timeout = ${busyTimeoutMs}`)
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${application} ${schema}`])
    // Asked again: somebody else may have been faster.
    const found = await versionIn(client, schema)
    const has = await client.query('SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema])
    if (has.rows.length === 0) await client.query(`CREATE SCHEMA ${quoted(schema)}`)
    await client.query(`SET LOCAL search_path = ${quoted(schema)}`)
    // First of all, as every commit does: who held another table before it could wait for a commit that waits for that table.
    if (found > 0) await client.query('LOCK TABLE home IN ACCESS EXCLUSIVE MODE')
    for (const { adds } of versions.slice(found)) await client.query(adds)
    const write =
      found === 0
        ? 'INSERT INTO home (application, version, upgraded) VALUES ($3, $1, $2)'
        : 'UPDATE home SET version = greatest(version, $1), upgraded = $2 WHERE application = $3'
    await client.query(write, [neededVersion, versions.length, application])
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
export async function prepareSchema(client: PgClient, schema: string, busyTimeoutMs: number): Promise<void> {
  try {
    if ((await versionIn(client, schema)) < versions.length) await carryOut(client, schema, busyTimeoutMs)
  } catch (error) {
    throw storeErrorFrom(error)
  }
}
