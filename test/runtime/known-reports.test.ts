import { describe, expect, it } from 'vitest'
import { profileOf } from '../../src/domain/index.ts'
import { type Command, type LifecycleRecord, openRecord, step as ownStep } from '../../src/machine/index.ts'
import { memoryStore, type Store, type ToldReport } from '../../src/runtime/index.ts'
import { createKnownReports } from '../../src/runtime/known-reports.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { found, lost } from '../support/late-events.ts'
import { m1, p1, sys } from '../support/people.ts'
import { cny, start, terminal } from '../support/samples.ts'
import { openWorld, type World } from '../support/world.ts'
import { forgetful } from './forgetful.ts'
import { note } from './rig.ts'

type Sale = Extract<LifecycleEvent, { type: 'transaction.reported' }>

const sale = (ref: string, more: Partial<Sale> = {}): Sale => ({
  ...{ type: 'transaction.reported', ref, kind: 'sale', state: 'completed', amount: cny(700) },
  ...{ occurredAt: '2026-03-01T12:00:00+08:00', ...more },
})
const openOver = (store: Store) => openWorld(terminal(), start, store)
const noopOf = async (world: World, event: LifecycleEvent) => (await world.tell(sys, event)).noop

/** How far the life has come when it is told again. */
const phases: Readonly<Record<string, (world: World) => Promise<void>>> = {
  live: async () => undefined,
  closing: (world) => run(world, approved),
  closed: (world) => run(world, approved, ...clearingParts, confirmed, readClosed),
}
const stores: Readonly<Record<string, () => Store>> = {
  memoryStore,
  sqliteStore: () => sqliteStore(':memory:'),
}

describe.each(Object.entries(stores))('a report over %s that the record has forgotten', (_, open) => {
  it.each(Object.entries(phases))('is known in a life that is %s [OQ-28]', async (_, live) => {
    const { store, switches } = forgetful(open())
    const world = await openOver(store)
    for (const state of ['completed', 'settled'] as const) await world.tell(sys, sale('sale-1', { state }))
    await live(world)
    for (const days of [0, 1, 365]) {
      await world.pass(days)
      const before = await world.record()
      expect(await world.tell(sys, sale('sale-1'))).toEqual({
        ...{ accepted: true, noop: true, record: before, entry: null },
        ...{ orders: [], deadlines: [], issues: [] },
      })
      expect(await world.record()).toEqual(before)
    }
    // something else under a known key, and something that is told for the first time a year late: each counts, once
    for (const news of [sale('sale-1', { amount: cny(900) }), sale('sale-2')]) {
      expect(await noopOf(world, news)).toBe(false)
      expect(await noopOf(world, news)).toBe(true)
    }
    switches.knows = false
    expect(await noopOf(world, sale('sale-2')), 'without the index it counts twice').toBe(false)
  })

  it('is known whatever it tells, a year after the end [OQ-28]', async () => {
    const { store, switches } = forgetful(open())
    const world = await openOver(store)
    const told: Parameters<World['tell']>[] = []
    const tell: World['tell'] = (actor, event) => {
      if (profileOf(event.type).kind === 'report') told.push([actor, event])
      return world.tell(actor, event)
    }
    await run({ ...world, tell }, approved, ...clearingParts, confirmed, readClosed)
    await world.pass(365)
    const newsAmong = async () => {
      const news: string[] = []
      for (const [actor, event] of told) if (!(await world.tell(actor, event)).noop) news.push(event.type)
      return news
    }
    expect(await newsAmong()).toEqual([])
    switches.knows = false
    expect((await newsAmong()).length, 'without the index they are news').toBeGreaterThan(5)
  })

  it('is known by what is kept of it, also where a card number stood', async () => {
    const world = await openOver(forgetful(open()).store)
    expect(await noopOf(world, sale('4111111111111111'))).toBe(false)
    expect(await noopOf(world, sale('4111111111111111'))).toBe(true)
  })

  it('is not given away to who may not tell it', async () => {
    const world = await openOver(forgetful(open()).store)
    await world.tell(sys, sale('sale-1'))
    const unknown = await world.send(m1, sale('sale-2'))
    expect(unknown.accepted).toBe(false)
    expect(await world.send(m1, sale('sale-1'))).toEqual(unknown)
  })

  it('is known in its own life alone', async () => {
    const { store } = forgetful(open())
    const world = await openOver(store)
    await world.tell(sys, sale('sale-1'))
    const { devices, ...plain } = terminal({ lifecycleId: 'life-2', terminalId: '10000002' })
    const others = devices.map((device) => ({ ...device, serial: '999-999-999' }))
    const other = await openWorld({ ...plain, devices: others }, start, store)
    expect(await noopOf(other, sale('sale-1'))).toBe(false)
  })

  it('counts where it truly happens again: lost, found, lost', async () => {
    const world = await openOver(forgetful(open()).store)
    const noops: boolean[] = []
    for (const [actor, event] of [lost(), lost(), found(), found(), lost(), lost()])
      noops.push((await world.tell(actor, event)).noop)
    expect(noops).toEqual([false, true, false, true, false, true])
  })

  it('counts once where two processes tell it at the same time', async () => {
    const { store } = forgetful(open())
    const worlds = [await openOver(store)]
    for (let n = 1; n < 3; n += 1) worlds.push(await openOver(store))
    const answers = await Promise.all(
      worlds.map(({ runtime, lifecycleId }, n) =>
        runtime.dispatch({ lifecycleId, commandId: `rival-${n}`, actor: sys, event: sale('sale-1') }),
      ),
    )
    expect(answers.map((answer) => answer.accepted && answer.noop).toSorted()).toEqual([false, true, true])
  })
})

describe('what the record still remembers', () => {
  it('is answered by it, without a look into the index', async () => {
    const inner = memoryStore()
    const asked: string[] = []
    const store: Store = {
      ...inner,
      told: (lifecycleId, key) => {
        asked.push(key)
        return inner.told(lifecycleId, key)
      },
    }
    const world = await openOver(store)
    await world.tell(sys, sale('sale-1'))
    expect(asked.length).toBe(1)
    expect(await noopOf(world, sale('sale-1'))).toBe(true)
    expect(asked.length).toBe(1)
  })
})

describe('what counts again', () => {
  it('is written from the record as it is, never from the one that was reminded', async () => {
    const record = openRecord(terminal(), { at: start })
    const seen: number[] = []
    const step = (given: LifecycleRecord, command: Command) => {
      seen.push(Object.keys(given.context.told).length)
      return ownStep(given, command)
    }
    const told = async (_: string, key: string) => ({ key, content: 1, counted: true })
    const known = createKnownReports({ store: { told }, step })
    const command = { commandId: 'c-1', at: '2026-03-02T10:00:00+08:00', actor: sys, event: sale('sale-1') }
    const { answer } = await known(record, command)
    expect(answer).toEqual(ownStep(record, command))
    expect(seen).toEqual([1, 0])
  })
})

describe('what is remembered of a command', () => {
  it('is each report, told by whomever; of a request, a clock and a repeat nothing', async () => {
    const inner = memoryStore()
    const kept: (readonly [string, ToldReport | null | undefined])[] = []
    const store: Store = {
      ...inner,
      commit: (changes) => {
        for (const { commandId, told } of changes) kept.push([commandId, told])
        return inner.commit(changes)
      },
    }
    const world = await openOver(store)
    await world.tell(sys, sale('sale-1'))
    await world.tell(sys, sale('sale-1'))
    await world.tell(p1, note('asked'))
    await run(world, approved)
    await world.pass(2)
    const told = (isMeant: (commandId: string) => boolean) =>
      kept.filter(([commandId]) => isMeant(commandId)).map(([, one]) => one !== null && one !== undefined)
    expect(told((id) => /^command-[123]$/.test(id))).toEqual([true, false, false])
    // what the pump says for the systems that carry orders out
    const confirmations = told((id) => id.endsWith('#confirmed'))
    expect(confirmations.length).toBeGreaterThan(0)
    expect(confirmations.every(Boolean)).toBe(true)
    const clocks = told((id) => id.startsWith('timer:'))
    expect(clocks.length).toBeGreaterThan(0)
    expect(clocks.some(Boolean)).toBe(false)
  })
})
