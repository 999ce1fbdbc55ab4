import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { PgPool } from '../../../src/runtime/postgres.ts'

export interface Pool extends PgPool {
  end(): Promise<void>
}

const folder = join(import.meta.dirname, '../../../tools/postgres')

/** The client that most people use, whose types are checked by `tools/postgres/pool.ts`. */
function client(): { Pool: new (options: object) => Pool } {
  if (!existsSync(join(folder, 'node_modules', 'pg')))
    throw new Error('The client of PostgreSQL is not installed: use `npm run test:postgres`.')
  return createRequire(join(folder, 'package.json'))('pg')
}

export function openPool(connectionString: string, options: object = {}): Pool {
  const { Pool } = client()
  const pool = new Pool({ connectionString, max: 4, ...options })
  // Lost while nobody uses it: the next who comes gets another.
  pool.on('error', () => undefined)
  return pool
}
