// In place of home.ts of the back end: what the file tells is taken into memory, and what happens then is lost with the process.
import {
  createRuntime,
  memoryStore,
  type Runtime,
  type RuntimeOptions,
  restoreStore,
} from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'

export const openHome = async (options: Omit<RuntimeOptions, 'store'>) => {
  const store = memoryStore()
  const file = sqliteStore(`${process.env.DATA}/terminals.db`)
  await restoreStore(file, store)
  await file.close()
  const runtime: Runtime = createRuntime({ ...options, store })
  return { runtime, run: (signal: AbortSignal) => runtime.run({ signal }), close: () => store.close() }
}
