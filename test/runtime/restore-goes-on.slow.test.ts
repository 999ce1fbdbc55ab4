import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createRuntime, restoreStore, type Store, systemEnvironment } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { collect } from './collect.ts'
import { callsTo, doneBy, otherSide } from './crash/other-side.ts'
import { escalation, note } from './rig.ts'

// RESTORED_LIVES=10000 for the figures of docs/guides/capacity.md.
const count = Number(process.env.RESTORED_LIVES ?? 120)
const lives = Array.from({ length: count }, (_, n) => `life-${n}`)
/** Theirs are asked for before the copy, and done after it. */
const slow = new Set(lives.slice(0, 8).map((id) => `T-${id}`))

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-restore-goes-on-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const hold: LifecycleEvent = { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' }
const events: readonly LifecycleEvent[] = [note('one'), escalation, note('two'), hold, note('three')]
const commandIds = events.map((_, n) => `c-${n}`)
const ordersOfEach = 5
const callers = 16

const effects = at('effects')
const runtimeOver = (store: Store, hoursLater: number, differs: Partial<Services> = {}) =>
  createRuntime({
    ...{ store, services: { ...otherSide(effects), ...differs }, concurrency: callers },
    clock: { now: () => '2026-03-02T10:00:00+08:00' },
    environment: { ...systemEnvironment, now: () => Date.now() + hoursLater * 3_600_000 },
  })
type Runtime = ReturnType<typeof runtimeOver>

async function openLives(runtime: Runtime) {
  for (let from = 0; from < count; from += 250) {
    const some = lives.slice(from, from + 250)
    await runtime.openAll(
      some.map((lifecycleId) => ({ input: terminal({ lifecycleId, terminalId: `T-${lifecycleId}` }) })),
    )
  }
}

/** So many callers tell one life after another, with the worker beside them, until it is over. */
async function live(runtime: Runtime, told: () => void, isOver: () => boolean): Promise<void> {
  const stop = new AbortController()
  const running = runtime.run({ signal: stop.signal })
  const left = [...lives]
  const call = async () => {
    for (let lifecycleId = left.shift(); lifecycleId !== undefined; lifecycleId = left.shift())
      for (const [n, event] of events.entries()) {
        if (isOver()) return
        const answer = await runtime.dispatch({ lifecycleId, commandId: `c-${n}`, actor: p1, event })
        expect(answer.accepted).toBe(true)
        told()
      }
  }
  await Promise.all(Array.from({ length: callers }, call))
  stop.abort()
  await running
}

async function ordersIn(store: Store): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const id of lives)
    for await (const { orderIds } of store.journal(id)) for (const order of orderIds) found.add(order)
  return found
}

/** Says how long each part took. */
function stopwatch() {
  let [clock, cpu] = [performance.now(), process.cpuUsage()]
  return (part: string) => {
    const { user, system } = process.cpuUsage(cpu)
    const seconds = (performance.now() - clock) / 1_000
    process.stderr.write(
      `${part}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU here\n`,
    )
    ;[clock, cpu] = [performance.now(), process.cpuUsage()]
  }
}

it(`${count} lives whose file is lost go on from a back-up of a busy hour, and nothing is done twice`, {
  timeout: 7_200_000,
}, async () => {
  writeFileSync(effects, '')
  const passed = stopwatch()
  const busy = sqliteStore(at('busy.db'))
  let copyMade: (made: Promise<void>) => void = () => undefined
  const copied = new Promise<void>((resolve) => {
    copyMade = resolve
  })
  const first = runtimeOver(busy, 0, {
    async openTicket(params, call) {
      if (slow.has(call.identity.terminalId)) await copied
      return otherSide(effects).openTicket(params, call)
    },
  })
  await openLives(first)
  let told = 0
  const copyInBetween = () => {
    told += 1
    if (told === Math.floor((count * events.length) / 2)) copyMade(busy.backup(at('copy.db')))
  }
  await live(first, copyInBetween, () => told >= (count * events.length * 3) / 4)
  await copied
  await busy.close()
  passed(`${told} commands told, a copy made meanwhile, the file lost`)

  const [source, target] = [sqliteStore(at('copy.db')), sqliteStore(at('target.db'))]
  const restored = await restoreStore(source, target)
  expect(restored).toMatchObject({ lives: count, flawed: [], differing: [] })
  passed(`${restored.entries} entries restored`)
  const second = runtimeOver(target, 1)
  expect(await second.audit()).toEqual([])
  passed('audited')
  const known = await ordersIn(target)
  const before = callsTo(effects).map(({ key }) => key)
  const early = new Set(before)
  const forgotten = before.filter((key) => !known.has(key))

  // Everything is sent once more: what the copy has is answered, what it lacks is carried out.
  await live(
    second,
    () => undefined,
    () => false,
  )
  await second.drain()
  expect(await target.waiting()).toEqual([])
  passed('everything sent again and carried out')
  expect(await second.audit()).toEqual([])
  passed('audited')

  for (const lifecycleId of lives) {
    const ids = (await collect(target.journal(lifecycleId))).map(({ commandId }) => commandId)
    expect(ids.filter((id) => id.startsWith('c-'))).toEqual(commandIds)
    expect(ids.filter((id) => id.endsWith('#confirmed'))).toHaveLength(ordersOfEach)
  }
  const calls = callsTo(effects)
  const askedAgain = calls.slice(before.length).filter(({ key }) => early.has(key))
  const knownAgain = askedAgain.filter(({ key }) => known.has(key)).length
  // Under keys that the other side knows. Without them it would have been done twice.
  expect(knownAgain).toBeGreaterThanOrEqual(slow.size)
  expect(doneBy(effects, 'without-keys').effectsTwice).toBeGreaterThanOrEqual(slow.size)
  const keysOf = new Map<string, Set<string>>()
  for (const { key, name } of calls) keysOf.set(name, (keysOf.get(name) ?? new Set()).add(key))
  const twice = [...keysOf.values()].filter(({ size }) => size > 1)
  expect(twice).toEqual([])
  expect(keysOf.size).toBe(count * ordersOfEach)
  process.stderr.write(
    `${keysOf.size} effects, ${before.length} of them before the loss, ${forgotten.length} of those unknown to the copy; ` +
      `${askedAgain.length} asked for again, ${knownAgain} of which it knows; ${twice.length} under another key\n`,
  )
  await Promise.all([source.close(), target.close()])
})
