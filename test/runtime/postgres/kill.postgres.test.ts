import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { createRuntime, type Store, systemEnvironment } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { newSchema, testPool } from './homes.ts'
import { lives, playOn } from './scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that plays until it kills itself at its nth durable write, or to the end. */
async function play(schema: string, effects: string, nth = 0, phase = '') {
  const child = join(import.meta.dirname, 'kill-child.ts')
  const process_ = spawn(process.execPath, [child, inject('postgresUrl'), schema, effects, `${nth}`, phase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  process_.stdout.on('data', (text) => {
    said += text
  })
  const [code, signal] = await once(process_, 'close')
  return { code, signal, writes: Number(said) }
}

/** By then all leases that a dead process has left behind are over. */
const later = { ...systemEnvironment, now: () => Date.now() + 3_600_000 }

/** Where everything stands in the end, and what the other side was asked for. */
async function endOf(store: Store, effects: string) {
  const records = await Promise.all(lives.map(async (lifecycleId) => (await store.load(lifecycleId))?.record))
  const journals = await Promise.all(lives.map((lifecycleId) => collect(store.journal(lifecycleId))))
  const changes = (await store.changes({ after: null, limit: 1_000 })) ?? []
  const called = readFileSync(effects, 'utf8').split('\n').filter(Boolean)
  return {
    states: records.map((record) => ({ ...record, context: { ...record?.context, orders: null } })),
    // whichever of two orders is taken up first again
    entries: journals.map((journal) => journal.map(({ commandId }) => commandId).sort()),
    changes: changes.map(({ lifecycleId, seq }) => `${lifecycleId}/${seq}`).sort(),
    waiting: await store.waiting(),
    effects: [...new Set(called)].sort(),
    repeated: called.length - new Set(called).size,
  }
}

const newEffects = (name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

describe('a process that is killed with -9 at any of its durable writes', () => {
  it('leaves what the next one carries to the same end, with no effect twice under another key', async () => {
    const pool = testPool()
    const schema = newSchema()
    const whole = newEffects('whole')
    const { code, writes } = await play(schema, whole)
    expect(code).toBe(0)
    const { repeated: none, ...wanted } = await endOf(postgresStore(pool, { schema }), whole)
    await pool.query(`DROP SCHEMA ${schema} CASCADE`)
    expect({ none, waiting: wanted.waiting, effects: wanted.effects.length }).toEqual({
      ...{ none: 0, waiting: [], effects: 2 },
    })
    expect(writes).toBeGreaterThan(9)

    let repeatedKeys = 0
    const cuts = Array.from({ length: writes }, (_, n) => n + 1).flatMap((nth) =>
      ['before', 'after'].map((phase) => ({ nth, phase })),
    )
    for (const { nth, phase } of cuts) {
      const own = newSchema()
      const effects = newEffects(own)
      const { signal } = await play(own, effects, nth, phase)
      const store = postgresStore(pool, { schema: own })
      await playOn(store, effects, later)
      const { repeated, ...end } = await endOf(store, effects)
      const findings = await createRuntime({ store, services: silentServices }).audit()
      expect({ nth, phase, signal, end, findings }).toEqual({
        ...{ nth, phase, signal: 'SIGKILL', end: wanted, findings: [] },
      })
      expect(await store.answered('life-0', 'c-0')).toMatchObject({ brief: { accepted: true } })
      repeatedKeys += repeated
      await pool.query(`DROP SCHEMA ${own} CASCADE`)
    }
    // the kills have hit: the other side had acted, and nobody had written it down
    expect(repeatedKeys).toBeGreaterThan(0)
    process.stderr.write(`killed ${cuts.length} times at ${writes} writes, ${repeatedKeys} keys repeated\n`)
    await pool.end()
  })
})
