import { DatabaseSync } from 'node:sqlite'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { benchRuntime, type Life, openAll, tell } from '../lives.ts'
import { newestOf, type Written } from './raw-sqlite.ts'

/** What the commands of these lives write, learnt by telling them once, into a new file at this path. */
export async function learn(lives: readonly Life[], path: string): Promise<readonly Written[]> {
  const store = sqliteStore(path)
  const runtime = benchRuntime(store)
  await openAll(runtime, lives)
  const file = new DatabaseSync(path, { readOnly: true })
  const written: Written[] = []
  for (const life of lives)
    await tell(runtime, life, ({ lifecycleId }) => written.push(newestOf(file, lifecycleId)))
  file.close()
  await store.close()
  return written
}
