// In place of home.ts of the back end: a PostgreSQL at DATABASE_URL, which is given what the file tells.
import { createRequire } from 'node:module'
import { createRuntime, type Runtime, type RuntimeOptions, restoreStore } from 'terminal-lifecycle/runtime'
import { type PgPool, postgresStore } from 'terminal-lifecycle/runtime/postgres'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'

interface Pool extends PgPool {
  end(): Promise<void>
}

/** The store in that database, with all that the file tells. */
export const openStore = async () => {
  const { Pool } = createRequire(import.meta.url)('pg') as { Pool: new (options: object) => Pool }
  const pool = new Pool({ connectionString: process.env.DATABASE_URL })
  const store = postgresStore(pool)
  const file = sqliteStore(`${process.env.DATA}/terminals.db`)
  await restoreStore(file, store)
  await file.close()
  const close = async () => {
    await store.close()
    await pool.end()
  }
  return { store, close }
}

export const openHome = async (options: Omit<RuntimeOptions, 'store'>) => {
  const { store, close } = await openStore()
  const runtime: Runtime = createRuntime({ ...options, store })
  return { runtime, run: (signal: AbortSignal) => runtime.run({ signal }), close }
}
