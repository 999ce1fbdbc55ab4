import type { Pool } from 'pg'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { postgresStore } from 'terminal-lifecycle/runtime/postgres'
import type { Services } from 'terminal-lifecycle/schemas'

/** Carries out what is ordered, until it is told to stop: one process of several. */
export async function work(pool: Pool, services: Services, signal: AbortSignal): Promise<void> {
  const store = postgresStore(pool)
  const runtime = createRuntime({ store, services })
  await runtime.run({ signal })
  await store.close()
  await pool.end()
}
