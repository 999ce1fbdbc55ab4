import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { crashTests } from './crash/crash-tests.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-crash-points-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

crashTests('a SQLite file', () => ({
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
}))
