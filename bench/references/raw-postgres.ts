import type { PgClient, PgPool } from '../../src/runtime/postgres.ts'
import type { Written } from './raw-sqlite.ts'

const tables = `
CREATE TABLE IF NOT EXISTS raw_record (id text PRIMARY KEY, version integer NOT NULL, text text NOT NULL);
CREATE TABLE IF NOT EXISTS raw_entry (id text NOT NULL, seq integer NOT NULL, text text NOT NULL, PRIMARY KEY (id, seq));
CREATE TABLE IF NOT EXISTS raw_answer (id text NOT NULL, command_id text NOT NULL, text text NOT NULL, PRIMARY KEY (id, command_id));`

/**
 * The least that `pg` can be asked for to keep the same rows: has it been answered, read and lock, write the record, its entry
 * and the answer, in one commit for each. No rules, no hashes, nothing to be found by, no order of commits.
 */
export async function rawPostgres(pool: PgPool) {
  await pool.query(tables)
  let round = 0

  async function write(client: PgClient, { lifecycleId, record, entry, answer }: Written): Promise<void> {
    const id = `${lifecycleId}/${round}`
    await client.query('BEGIN')
    const { rows } = await client.query('SELECT version, text FROM raw_record WHERE id = $1 FOR UPDATE', [id])
    const seq = Number(rows[0]?.version) + 1
    await client.query('SELECT text FROM raw_answer WHERE id = $1 AND command_id = $2', [
      id,
      `command-${seq}`,
    ])
    await client.query('UPDATE raw_record SET version = $1, text = $2 WHERE id = $3', [seq, record, id])
    await client.query('INSERT INTO raw_entry VALUES ($1, $2, $3)', [id, seq, entry])
    await client.query('INSERT INTO raw_answer VALUES ($1, $2, $3)', [id, `command-${seq}`, answer])
    await client.query('COMMIT')
  }

  return {
    /** New lives of the same sizes. */
    async open(all: readonly Written[]): Promise<void> {
      round += 1
      const rows = new Map(all.map(({ lifecycleId, record }) => [`${lifecycleId}/${round}`, record]))
      await pool.query(
        'INSERT INTO raw_record SELECT id, 0, text FROM unnest($1::text[], $2::text[]) AS one (id, text)',
        [...[[...rows.keys()], [...rows.values()]]],
      )
    },
    /** So many callers, each over a connection of its own, and each of whom tells one life after another. */
    async tell(all: readonly Written[], callers: number): Promise<void> {
      const byLife = new Map<string, Written[]>()
      for (const one of all) byLife.set(one.lifecycleId, [...(byLife.get(one.lifecycleId) ?? []), one])
      const lives = [...byLife.values()]
      const call = async () => {
        const client = await pool.connect()
        for (let life = lives.shift(); life; life = lives.shift())
          for (const written of life) await write(client, written)
        client.release()
      }
      await Promise.all(Array.from({ length: callers }, call))
    },
  }
}
