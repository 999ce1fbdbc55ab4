import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Store } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { openPool, type Pool } from './pg.ts'

/** A schema that only one test uses. */
export const newSchema = (): string => `test_${randomUUID().replaceAll('-', '_')}`

/** A pool of its own for the database of the tests. */
export const testPool = (options: object = {}): Pool => openPool(inject('postgresUrl'), options)

/** An empty home, which is gone when its store is closed. */
export function newHome(): { store: Store; pool: Pool; schema: string } {
  const pool = testPool()
  const schema = newSchema()
  // Nobody is kept waiting for long here but by a busy machine.
  const store = postgresStore(pool, { schema, busyTimeoutMs: 600_000 })
  let isOver = false
  const close = async () => {
    await store.close()
    // The store may be closed again; what was its home is gone.
    if (isOver) return
    isOver = true
    await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await pool.end()
  }
  return { store: { ...store, close }, pool, schema }
}
