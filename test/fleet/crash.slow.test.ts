import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asP1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-fleet-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ids = Array.from({ length: 24 }, (_, n) => `life-${n}`)

/** How the process ended. */
const run = (path: string, at: number, when: 'before' | 'after', name = '') => {
  const args = [join(import.meta.dirname, 'crash-child.ts'), path, ids.join(' '), `${at}`, when, name]
  const { signal, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(stderr.replaceAll(/.*(ExperimentalWarning|--trace-warnings).*\n/g, '')).toBe('')
  return signal ?? status
}

/** Of each life, the commands that its journal has. */
const journals = async (path: string) => {
  const store = sqliteStore(path)
  const runtime = createRuntime({ store, services: silentServices })
  const all: Record<string, string[]> = {}
  for (const lifecycleId of await store.lifecycleIds('', 100)) {
    all[lifecycleId] = []
    for await (const { commandId } of runtime.journal(lifecycleId, asP1)) all[lifecycleId].push(commandId)
  }
  const findings = await runtime.audit()
  await store.close()
  return { all, findings }
}

describe('A run over a fleet that is killed with -9', () => {
  it.each(['before', 'after'] as const)(
    '%s a transaction is taken up, and does nothing twice',
    async (when) => {
      const path = join(folder, `${when}.db`)
      // Through the openings and on into the events: each run comes further than the one before.
      for (const at of [1, 3, 6, 9]) {
        expect(run(path, at, when)).toBe('SIGKILL')
        expect((await journals(path)).findings).toEqual([])
      }
      expect(run(path, 0, when)).toBe(0)
      const { all, findings } = await journals(path)
      expect(findings).toEqual([])
      expect(all).toEqual(Object.fromEntries(ids.map((id) => [id, [`open:${id}`, `recall-7:${id}`]])))
      // What had been done when a kill came was told as done by the run after it.
      expect(readFileSync(`${path}.told`, 'utf8')).toContain('alreadyDone')
    },
  )

  it('would do it twice if commands were named after the run', async () => {
    const path = join(folder, 'control.db')
    expect(run(path, 9, 'after', '-1')).toBe('SIGKILL')
    expect(run(path, 0, 'after', '-2')).toBe(0)
    const { all } = await journals(path)
    expect(Object.values(all).some((ids) => ids.length > 2)).toBe(true)
  })
})
