import pg from 'pg'
import { type PgPool, postgresStore } from 'terminal-lifecycle/runtime/postgres'

const pool = new pg.Pool({ connectionString: 'postgresql://localhost/terminals' })
export const asked: PgPool = pool
export const store = postgresStore(pool, { schema: 'terminals' })
