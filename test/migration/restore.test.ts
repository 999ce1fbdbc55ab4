import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime, memoryStore, restoreStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { silentServices } from '../support/world.ts'
import { formatOneStore } from './format-1-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-restore-old-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('A restoration of what an older format told', () => {
  it.each([
    ['was carried over', true],
    ['was not carried over yet', false],
  ])('takes a life that %s, and goes on with it in today’s', async (_, isCarriedOver) => {
    const { path, now } = formatOneStore('closure', folder)
    const source = sqliteStore(path)
    const parts = { services: silentServices, clock: { now: () => now } }
    if (isCarriedOver) await createRuntime({ store: source, ...parts }).migrateAll()
    const target = memoryStore()
    const restored = await restoreStore(source, target, { clock: parts.clock })
    expect(restored).toMatchObject({ flawed: [], differing: [] })
    expect(restored.lives).toBeGreaterThan(0)
    const runtime = createRuntime({ store: target, ...parts })
    expect((await runtime.audit()).filter(({ code }) => code !== 'DEADLINE_OVERDUE')).toEqual([])
    expect(await target.unmigrated('', 10)).toEqual([])
    // and again, from the beginning
    expect((await restoreStore(source, target, { clock: parts.clock })).entries).toBe(0)
    await source.close()
  })
})
