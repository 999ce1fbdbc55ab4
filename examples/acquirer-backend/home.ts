import { createRuntime, type Runtime, type RuntimeOptions } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { settings } from './settings.ts'

/** Where the records live, and who carries out what they order. Another home is another file like this one. */
export interface Home {
  readonly runtime: Omit<Runtime, 'run' | 'drain'>
  /** Until it is told to end; what was begun comes to rest first. */
  run(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** One SQLite file, carried out by this process. */
export const openHome = async (options: Omit<RuntimeOptions, 'store'>): Promise<Home> => {
  const store = sqliteStore(`${settings.data}/terminals.db`)
  const runtime = createRuntime({ ...options, store })
  return { runtime, run: (signal) => runtime.run({ signal }), close: () => store.close() }
}
