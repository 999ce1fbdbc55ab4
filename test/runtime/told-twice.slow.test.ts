import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { testClock } from '../support/clock.ts'
import { p1, sys } from '../support/people.ts'
import { cny, terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-told-twice-'))
afterAll(() => rmSync(folder, { recursive: true }))

const day = 86_400_000
const days = 365
const terminals = 2
/** Of the 300 that a terminal sells on a day. */
const sampled = 2

const refsOf = (today: number) => Array.from({ length: sampled }, (_, n) => `sale-${today}-${n}`)

/** A year in which each of some terminals sells every day, and each transaction is told as taken and as settled. */
async function soldForAYear(store: Store) {
  const clock = testClock()
  const runtime = createRuntime({ store, services: silentServices, clock })
  const ids = Array.from({ length: terminals }, (_, n) => `life-${n}`)
  for (const [n, lifecycleId] of ids.entries())
    await runtime.open(terminal({ lifecycleId, terminalId: `1000000${n}` }))
  const at = Date.parse(clock.now())
  let told = 0
  const tellDay = (round: string, today: number) =>
    Promise.all(
      ids.map(async (lifecycleId) => {
        const noops: boolean[] = []
        for (const state of ['completed', 'settled'] as const)
          for (const ref of refsOf(today)) {
            const occurredAt = new Date(at + today * day).toISOString()
            const sold = { type: 'transaction.reported', ref, kind: 'sale', state } as const
            const event = { ...sold, amount: cny(700), occurredAt }
            const command = { lifecycleId, commandId: `${round} ${ref} ${state}`, actor: sys, event }
            const answer = await runtime.dispatch(command)
            told += 1
            noops.push(answer.accepted && answer.noop)
          }
        return noops
      }),
    )
  for (let today = 0; today < days; today += 1) {
    clock.tick(day)
    await tellDay('first', today)
  }
  return { runtime, clock, tellDay, told: () => told }
}

it('every transaction of a year told a second time changes nothing [OQ-28]', async () => {
  const path = join(folder, 'year.db')
  const plain = sqliteStore(path)
  const switches = { knows: true }
  const store: Store = {
    ...plain,
    told: async (lifecycleId, key) => (switches.knows ? plain.told(lifecycleId, key) : undefined),
  }
  const { runtime, clock, tellDay, told } = await soldForAYear(store)
  const before = await runtime.find({}, { actor: p1 })
  expect(before.map(({ version }) => version)).toEqual(before.map(() => days * sampled * 2))
  for (let today = 0; today < days; today += 1) {
    const noops = (await tellDay('second', today)).flat()
    expect({ today, noops }).toEqual({ today, noops: noops.map(() => true) })
  }
  expect(await runtime.find({}, { actor: p1 })).toEqual(before)
  console.log(`${told()} reports told; ${Math.round(statSync(path).size / 1024)} kB`)
  // the same without the index: what the record has forgotten counts again
  switches.knows = false
  clock.tick(day)
  const noops = (await tellDay('third', 0)).flat()
  expect(noops).toContain(false)
  await plain.close()
})
