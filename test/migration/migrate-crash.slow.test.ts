import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { casesOfFormat1 } from '../golden/format-1.ts'
import { silentServices } from '../support/world.ts'
import { crowdedStore } from './crowd.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-migrate-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const child = join(import.meta.dirname, 'migrating-child.ts')

/** Lets it begin, and kills it some milliseconds after so many transactions; what it died of. */
async function migrateAndKill(path: string, transactions: number, pause: number): Promise<string | null> {
  const running = spawn(process.execPath, [child, path, `${transactions + 3}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let count = 0
  for await (const line of createInterface({ input: running.stdout })) {
    count += 1
    if (count === transactions && !line.startsWith('done')) setTimeout(() => running.kill('SIGKILL'), pause)
  }
  if (running.signalCode === null && running.exitCode === null) await once(running, 'exit')
  return running.signalCode
}

const rowsOf = (path: string, sql: string) => {
  // Who reads only leaves the WAL where it is: closed by a writer of another kind, the file would name one that is gone.
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare(sql).all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

const workIn = (path: string) => [
  // what later versions of the tables have beside is theirs
  rowsOf(
    path,
    'SELECT position, order_id, lifecycle_id, kind, worker, claimable_at, attempts, last_error FROM work_order ORDER BY position',
  ),
  rowsOf(path, 'SELECT * FROM timer ORDER BY lifecycle_id, deadline_id'),
  rowsOf(path, 'SELECT lifecycle_id, serial, retired_at FROM device ORDER BY serial, lifecycle_id'),
]

const oldIn = (path: string): number =>
  Number(rowsOf(path, 'SELECT count(*) AS count FROM record WHERE format = 1')[0]?.count)

const migratedEntries = (path: string) =>
  rowsOf(
    path,
    `SELECT lifecycle_id, count(*) AS count FROM journal
      WHERE json_extract(body, '$.cause.from') = 1 AND json_extract(body, '$.cause.migrated') IS NOT NULL
      GROUP BY lifecycle_id`,
  )

describe('a process that is killed with -9 while it carries lives over', () => {
  it('is gone on with by the next one, and each life is carried over once', async () => {
    const path = await crowdedStore(casesOfFormat1, 20, folder)
    const total = oldIn(path)
    const work = workIn(path)
    const left: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const signal = await migrateAndKill(path, 1 + (round % 3), (round * 7) % 23)
      left.push(oldIn(path))
      if (signal === null) break
      // at the moment of death as many had one entry as were stored in the new format
      expect(migratedEntries(path)).toHaveLength(total - oldIn(path))
    }
    // the kills have hit: some lives were carried over, some not
    expect(left.filter((old) => old > 0 && old < total).length).toBeGreaterThan(3)

    const store = sqliteStore(path)
    const runtime = createRuntime({ store, services: silentServices })
    const old = oldIn(path)
    expect(await runtime.migrateAll()).toEqual({ migrated: old, remaining: 0, failed: [] })
    const entries = migratedEntries(path)
    expect(entries).toHaveLength(total)
    expect(entries.every(({ count }) => count === 1)).toBe(true)
    expect(workIn(path)).toEqual(work)
    const findings = (await runtime.audit()).filter(({ code }) => code !== 'DEADLINE_OVERDUE')
    expect(findings).toEqual([])
    await store.close()
  })
})
