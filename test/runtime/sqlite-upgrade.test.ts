import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { versions } from '../../src/runtime/sqlite/schema.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { formatOneStore } from '../migration/format-1-stores.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { escalation, note } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-upgrade-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the next release does to a file when it opens it, while somebody else has it open. */
function upgrade(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`BEGIN IMMEDIATE; ALTER TABLE record ADD COLUMN of_the_next_release TEXT;
    PRAGMA user_version = ${versions.length + 1}; COMMIT`)
  database.close()
}

/** Everything there is, table by table. */
function allIn(path: string) {
  const database = new DatabaseSync(path, { readOnly: true })
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const rows = names.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()])
  database.close()
  return rows
}

const refused = { code: 'FUTURE_VERSION', found: `${versions.length + 1}`, known: `${versions.length}` }

describe('a file that a newer release has upgraded', () => {
  it('is written no more by an older one that still has it open', async () => {
    const path = join(folder, 'open.db')
    const store = sqliteStore(path)
    const failures: unknown[] = []
    const onFailure = ({ error }: { error: unknown }) => failures.push(error)
    const runtime = createRuntime({ store, services: silentServices, onFailure })
    await runtime.open(terminal({ lifecycleId: 'life-1' }))
    const command = { lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation }
    await runtime.dispatch(command)

    upgrade(path)
    const before = allIn(path)
    const next = { ...command, commandId: 'c-2', event: note('too late') }
    await expect(runtime.dispatch(next)).rejects.toMatchObject(refused)
    await expect(runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))).rejects.toMatchObject(
      refused,
    )
    const room = { openTicket: 1 }
    const claim = { worker: 'w', now: Date.now(), at: '2030-01-01T00:00:00Z', leaseUntil: Date.now(), room }
    await expect(store.claim(claim)).rejects.toMatchObject(refused)
    await expect(runtime.drain()).rejects.toMatchObject(refused)
    expect(allIn(path)).toEqual(before)
    await store.close()
  })

  it('is written no more by 0.1.0 either, which never asks', async () => {
    const { path } = formatOneStore('closure', folder)
    // As a process of 0.1.0 that has it open, with the statements of its time.
    const old = new DatabaseSync(path)
    const entry = old.prepare(
      'INSERT INTO journal (lifecycle_id, seq, prev_hash, hash, body) VALUES (?, 99, ?, ?, ?)',
    )
    const lease = old.prepare(
      'UPDATE work_order SET worker = ?, claimable_at = ?, attempts = attempts + 1 WHERE order_id = ?',
    )
    const [order] = old.prepare('SELECT lifecycle_id, order_id FROM work_order').all()
    const lifecycleId = String(order?.lifecycle_id)
    await sqliteStore(path).close()
    const before = allIn(path)
    expect(() => entry.run(lifecycleId, 'p', 'h', '{}')).toThrow('upgraded by a newer release')
    expect(() => lease.run('w', 1, String(order?.order_id))).toThrow('upgraded by a newer release')
    expect(allIn(path)).toEqual(before)
    old.close()
  })

  it('is not opened by an older one', async () => {
    const path = join(folder, 'closed.db')
    await sqliteStore(path).close()
    upgrade(path)
    const before = readFileSync(path)
    expect(() => sqliteStore(path)).toThrow(expect.objectContaining(refused))
    // Else the newer one would miss a WAL that there never was.
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
