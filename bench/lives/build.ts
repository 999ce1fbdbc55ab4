import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { versions } from '../../src/runtime/sqlite/schema.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { copyAll } from './copies.ts'
import { tellAll } from './templates.ts'

const schema = createHash('sha256').update(versions.join()).digest('hex').slice(0, 8)

/** A file with so many lives, in the folder; one that is there already, with the tables of today, is used again. */
export async function fileWith(lives: number, folder: string): Promise<string> {
  const path = join(folder, `lives-${lives}-${schema}.db`)
  if (existsSync(path)) return path
  const unfinished = join(folder, `unfinished-${lives}-${schema}.db`)
  for (const rest of ['', '-wal', '-shm']) rmSync(unfinished + rest, { force: true })
  const store = sqliteStore(unfinished)
  const sealed = await tellAll(store)
  await store.close()
  copyAll(unfinished, lives, sealed)
  renameSync(unfinished, path)
  return path
}
