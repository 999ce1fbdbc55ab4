import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { crashTests } from '../crash/crash-tests.ts'
import { newSchema, testPool } from './homes.ts'

const pool = testPool()
afterAll(() => pool.end())

const schemaOf = (place: string): string => place.split(' ')[1] ?? ''

crashTests('a PostgreSQL server', async () => {
  const { rows } = await pool.query("SELECT 'PostgreSQL ' || current_setting('server_version') AS version")
  return {
    home: 'PostgreSQL',
    version: String(rows[0]?.version),
    pid: inject('postgresPid'),
    child: join(import.meta.dirname, '../crash/postgres-child.ts'),
    place: () => `${inject('postgresUrl')} ${newSchema()}`,
    open: (place) => postgresStore(pool, { schema: schemaOf(place) }),
    async drop(place) {
      await pool.query(`DROP SCHEMA ${schemaOf(place)} CASCADE`)
    },
  }
})
