import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asP1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-turning-'))
afterAll(() => rmSync(folder, { recursive: true }))
const child = join(import.meta.dirname, 'turning-child.ts')
const incomplete = expect.objectContaining({ failure: 'incomplete' })

const closed = async (name: string): Promise<string> => {
  const path = join(folder, name)
  const store = sqliteStore(path)
  await createRuntime({ store, services: silentServices }).open(terminal())
  await store.close()
  return path
}
const killed = (path: string, moment: string): boolean =>
  spawnSync(process.execPath, [child, path, moment], { stdio: 'ignore' }).signal === 'SIGKILL'
/** By the header of a SQLite file: is it read with a WAL? */
const namesWal = (path: string): boolean => readFileSync(path)[19] === 2

describe('a file whose user was killed', () => {
  it.each([
    ['between the name of the WAL and the WAL', 'opening'],
    ['between the end of the WAL and that of its name', 'closing'],
  ])('%s is whole, and a copy of it is none', async (_, moment) => {
    let caught = 0
    // Whether it was killed in time is for chance to say, four times of five.
    for (let n = 0; caught === 0 && n < 30; n += 1) {
      const path = await closed(`${moment}-${n}.db`)
      if (!killed(path, moment) || !namesWal(path) || existsSync(`${path}-wal`)) continue
      caught += 1
      // As whoever copies a file in use: nobody can tell by its bytes that this one lacks nothing.
      copyFileSync(path, `${path}.copy`)
      if (existsSync(`${path}-turning`)) copyFileSync(`${path}-turning`, `${path}.copy-turning`)
      expect(() => sqliteStore(`${path}.copy`)).toThrow(incomplete)
      const store = sqliteStore(path)
      expect((await createRuntime({ store, services: silentServices }).get('life-1', asP1))?.version).toBe(0)
      await store.close()
      expect(readdirSync(folder).filter((name) => name.startsWith(`${moment}-${n}.db-`))).toEqual([])
      expect(namesWal(path)).toBe(false)
    }
    expect(caught).toBe(1)
  })
})
