import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { openWorld } from '../support/world.ts'
import { stories } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-stories-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const stores = {
  'the memory store': () => memoryStore(),
  SQLite: () => sqliteStore(join(folder, `${files++}.db`)),
}

for (const [name, store] of Object.entries(stores))
  describe(`stories through dispatch, over ${name}`, () => {
    for (const [title, story] of Object.entries(stories))
      it(title, () => story(async (input, from, policy) => openWorld(input, from, store(), policy)))
  })
