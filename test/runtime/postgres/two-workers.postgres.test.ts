import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createRuntime, type Store } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { callsTo, doneBy } from '../crash/other-side.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { openPool } from './pg.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-workers-'))
afterAll(() => rmSync(folder, { recursive: true }))
const effects = join(folder, 'effects')

const lives = Array.from({ length: 300 }, (_, n) => `life-${n}`)
const events: readonly LifecycleEvent[] = [
  { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' },
  { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' },
]
/** A ticket; sale taken away, two people told, and the host read back. */
const ordersOfEach = 5

function startWorker({ url }: Cluster, name: string, cutEvery: number): ChildProcess {
  const program = join(import.meta.dirname, 'worker-child.ts')
  return spawn(process.execPath, [program, url, effects, name, `${cutEvery}`], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

/** Looked at again and again, and the server may be away meanwhile. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const holds = async () => isTrue()
  while (!(await holds().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A caller that asks again under the same id until there is an answer. */
async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      expect(error).toMatchObject({ code: 'STORE_FAILED', retryable: true })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}

async function tellAll(store: Store, acknowledged: () => void): Promise<void> {
  const clock = { now: () => '2026-03-02T10:00:00+08:00' }
  const runtime = createRuntime({ store, services: silentServices, clock })
  const openings = lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) }))
  await insist(() => runtime.openAll(openings))
  const mine = [...lives]
  const tellNext = async () => {
    for (let lifecycleId = mine.shift(); lifecycleId !== undefined; lifecycleId = mine.shift())
      for (const [n, event] of events.entries()) {
        const command = { lifecycleId, commandId: `c-${n}`, actor: p1, event }
        expect(await insist(() => runtime.dispatch(command))).toMatchObject({ accepted: true })
        acknowledged()
      }
  }
  await Promise.all(Array.from({ length: 8 }, tellNext))
}

it('two workers lose nothing and do nothing twice when one is killed, the server restarts, and connections are cut', async () => {
  writeFileSync(effects, '')
  const cluster = await startCluster()
  const pool = openPool(cluster.url)
  const store = postgresStore(pool)
  const [victim, survivor] = [startWorker(cluster, 'victim', 0), startWorker(cluster, 'survivor', 20)]
  let acknowledged = 0
  const telling = tellAll(store, () => {
    acknowledged += 1
  })

  await until(() => acknowledged > 100 && callsTo(effects).length > 50)
  const died = once(victim, 'exit')
  victim.kill('SIGKILL')
  await died
  const leftBehind = await store.waiting()
  await until(() => acknowledged > 250)
  await cluster.restart()
  await telling
  const successor = startWorker(cluster, 'successor', 0)
  await until(async () => (await store.waiting()).length === 0)
  for (const worker of [survivor, successor]) {
    const ended = once(worker, 'exit')
    worker.stdin?.end()
    expect(await ended).toEqual([0, null])
  }

  const journals = await Promise.all(lives.map((lifecycleId) => collect(store.journal(lifecycleId))))
  const told = journals.map((entries) => entries.map(({ commandId }) => commandId))
  for (const ids of told) {
    expect(ids.filter((id) => id.startsWith('c-'))).toEqual(['c-0', 'c-1'])
    expect(ids.filter((id) => id.endsWith('#confirmed'))).toHaveLength(ordersOfEach)
    expect(new Set(ids).size).toBe(ids.length)
  }
  const changes = (await store.changes({ after: null, limit: 100_000 })) ?? []
  expect(new Set(changes.map(({ lifecycleId, seq }) => `${lifecycleId}/${seq}`)).size).toBe(
    told.flat().length,
  )
  const done = doneBy(effects)
  expect({ effects: done.effects.length, twice: done.effectsTwice }).toEqual({
    ...{ effects: lives.length * ordersOfEach, twice: 0 },
  })
  // What the dead one held, and what was cut off after the other side had acted, was asked for again under its own key.
  expect(leftBehind.length).toBeGreaterThan(0)
  expect(done.repeatedKeys).toBeGreaterThan(0)
  expect(await createRuntime({ store, services: silentServices }).audit({ overdueMs: 1e12 })).toEqual([])
  process.stderr.write(`${lives.length} terminals, ${done.repeatedKeys} keys repeated\n`)
  await store.close()
  await pool.end()
  await cluster.stop()
})
