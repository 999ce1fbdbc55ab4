import { DatabaseSync } from 'node:sqlite'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { benchRuntime, type Life, openAll, tellAll } from '../lives.ts'
import { newestOf, type Written } from './raw-sqlite.ts'

/** What the commands of these lives write, learnt by telling them once, into a new file at this path. */
export async function learn(lives: readonly Life[], path: string): Promise<readonly Written[]> {
  const store = sqliteStore(path)
  const runtime = benchRuntime(store)
  await openAll(runtime, lives)
  const file = new DatabaseSync(path, { readOnly: true })
  const written: Written[] = []
  for (const { commands, ...life } of lives)
    for (const command of commands) {
      await tellAll(runtime, [{ ...life, commands: [command] }], 1)
      written.push(newestOf(file, command.lifecycleId))
    }
  file.close()
  await store.close()
  return written
}
