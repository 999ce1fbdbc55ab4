import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { moments } from '../crash/dying.ts'
import { crashes, manyProcesses } from '../crash/prove.ts'
import { newSchema, testPool } from './homes.ts'
import type { Pool } from './pg.ts'

let pool: Pool
let proof: ReturnType<typeof crashes>
beforeAll(async () => {
  pool = testPool()
  const { rows } = await pool.query("SELECT 'PostgreSQL ' || current_setting('server_version') AS version")
  proof = crashes({
    home: 'PostgreSQL',
    version: String(rows[0]?.version),
    pid: inject('postgresPid'),
    child: join(import.meta.dirname, '../crash/postgres-child.ts'),
    place: () => `${inject('postgresUrl')} ${newSchema()}`,
    open: (place) => postgresStore(pool, { schema: schemaOf(place) }),
    drop: async (place) => {
      await pool.query(`DROP SCHEMA ${schemaOf(place)} CASCADE`)
    },
  })
})
afterAll(async () => {
  proof.end()
  await pool.end()
})

const schemaOf = (place: string): string => place.split(' ')[1] ?? ''

describe('a process with a PostgreSQL server that is killed with -9, and whoever goes on from there once more', () => {
  it.each(moments)(
    'leaves what the next one carries to the same end, when it dies at any %s',
    { timeout: manyProcesses },
    (moment) => proof.atEvery(moment),
  )

  it('has been killed where it hurts', () => proof.proven())

  it('would do things twice if the other side knew no keys', async () => {
    expect(await proof.withoutKeys()).toBeGreaterThan(0)
  })
})
