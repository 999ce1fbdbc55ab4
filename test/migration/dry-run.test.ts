import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { silentServices } from '../support/world.ts'
import { formatOneStore } from './format-1-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-dry-run-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (path: string, sql: string) => {
  const database = new DatabaseSync(path)
  const rows = database.prepare(sql).all()
  database.close()
  return rows
}

it('a dry run and an audit name beforehand what would not be carried over, and change nothing', async () => {
  const { path } = formatOneStore('closure', folder)
  const store = sqliteStore(path)
  const [first, ...others] = await store.lifecycleIds('', 999)
  ask(path, `UPDATE record SET context = '{' WHERE lifecycle_id = '${first}'`)
  const runtime = createRuntime({ store, services: silentServices })
  const wanted = {
    ...{ migrated: others.length, remaining: 1 },
    failed: [{ lifecycleId: first, code: 'CORRUPT_RECORD' }],
  }
  const stored = ask(path, 'SELECT * FROM record')
  expect(await runtime.migrateAll({ dryRun: true })).toEqual(wanted)
  const findings = await runtime.audit({ overdueMs: 1e12, stuckAfter: 1_000 })
  expect(findings).toMatchObject([{ lifecycleId: first, code: 'UNREADABLE' }])
  expect(ask(path, 'SELECT * FROM record')).toEqual(stored)
  expect(await runtime.migrateAll()).toEqual(wanted)
  await store.close()
})
