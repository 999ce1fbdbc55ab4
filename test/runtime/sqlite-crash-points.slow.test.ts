import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { moments } from './crash/dying.ts'
import { crashes, manyProcesses } from './crash/prove.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-crash-points-'))
let made = 0

const proof = crashes({
  home: 'SQLite',
  version: `SQLite ${process.versions.sqlite}`,
  child: join(import.meta.dirname, 'crash/sqlite-child.ts'),
  place: () => join(folder, `home-${++made}.db`),
  open: (path) => sqliteStore(path),
  async drop(path) {
    const database = new DatabaseSync(path, { readOnly: true })
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    database.close()
    rmSync(path)
  },
})
afterAll(() => {
  proof.end()
  rmSync(folder, { recursive: true })
})

describe('a process with a SQLite file that is killed with -9, and whoever goes on from there once more', () => {
  it.each(moments)(
    'leaves what the next one carries to the same end, when it dies at any %s',
    { timeout: manyProcesses },
    (moment) => proof.atEvery(moment),
  )

  it('has been killed where it hurts', () => proof.proven())

  it('would do things twice if the other side knew no keys', async () => {
    expect(await proof.withoutKeys()).toBeGreaterThan(0)
  })
})
