import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asP1, m1, p2 } from '../support/people.ts'
import { closureRequested, reviewApproved } from '../support/samples.ts'
import { collect } from './collect.ts'
import { rig } from './rig.ts'

const day = 86_400_000

/** A terminal with a clock running on a disable order that nobody confirms. */
async function withClock(options: Parameters<typeof rig>[0] = {}) {
  const made = await rig(options)
  await made.tell({ type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' })
  await made.runtime.drain()
  const running = async () =>
    Object.values((await made.record()).context.deadlines).filter(({ status }) => status === 'running')
  return { ...made, running }
}

const timersOf = async ({ runtime }: Awaited<ReturnType<typeof withClock>>) =>
  (await collect(runtime.journal('life-1', asP1))).filter(
    // what goes on after a clock has run starts clocks of its own
    ({ cause }) => 'timer' in cause && !cause.timer.startsWith('again:'),
  )

describe('a due deadline', () => {
  it('fires once, with the instant it was due at, however late somebody looks', async () => {
    const world = await withClock()
    const due = new Map((await world.running()).map((deadline) => [deadline.id, deadline.due]))
    expect(due.size).toBeGreaterThan(0)
    expect(await world.runtime.drain()).toMatchObject({ timersFired: 0 })
    world.clock.tick(100 * day)
    expect(await world.runtime.drain()).toMatchObject({ timersFired: due.size + 1 })
    const fired = await timersOf(world)
    expect(fired.map(({ at, cause }) => ['timer' in cause && cause.timer, Date.parse(at)])).toEqual(
      [...due]
        .map(([id, instant]) => [id, Date.parse(instant)])
        .sort(([, a], [, b]) => Number(a) - Number(b)),
    )
    expect(fired.map(({ commandId }) => commandId).toSorted()).toEqual(
      [...due].map(([id, instant]) => `timer:${id}:${instant}`).toSorted(),
    )
    expect(await world.runtime.drain()).toMatchObject({ timersFired: 0 })
    expect(await world.runtime.audit()).toEqual([])
  })

  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])(
    'fires once more where it was started anew for the instant at which it had run (%s)',
    async (_, home) => {
      const world = await rig({ store: home() })
      const until = new Date(Date.parse(world.clock.next()) + day).toISOString()
      await world.tell({ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', until })
      world.clock.tick(1.5 * day)
      await world.runtime.drain()
      await world.tell(closureRequested(), m1)
      await world.tell(reviewApproved('application-1', ['business_licence']), p2)
      await world.tell({ type: 'closure.cancelled', requestedBy: 'merchant', reason: 'found a successor' })
      expect((await world.record()).context.deadlines['holdEnd:h']?.status).toBe('running')
      world.clock.tick(1_000)
      await world.runtime.drain()
      expect((await world.record()).context.deadlines['holdEnd:h']?.status).toBe('fired')
      expect(await world.runtime.drain()).toMatchObject({ timersFired: 0 })
      expect(await world.runtime.audit({ overdueMs: 0 })).toEqual([])
    },
  )

  it('fires once when two workers see it at the same time', async () => {
    const world = await withClock()
    const { length } = await world.running()
    world.clock.tick(100 * day)
    const drained = await Promise.all([world.runtime.drain(), world.make({ worker: 'w2' }).drain()])
    expect(drained[0].timersFired + drained[1].timersFired).toBe(length + 1)
    expect(await timersOf(world)).toHaveLength(length)
  })

  it('fires once when its worker dies after the commit and before anybody knows', async () => {
    const store = memoryStore()
    let dying = false
    const flaky: Store = {
      ...store,
      commit: async (changes) => {
        const outcomes = await store.commit(changes)
        if (dying) throw new Error('the reply was lost')
        return outcomes
      },
    }
    const world = await withClock({ store: flaky, leaseMs: 5_000 })
    const { length } = await world.running()
    world.clock.tick(100 * day)
    dying = true
    await world.runtime.drain()
    dying = false
    await world.environment.advance(60_000)
    await world.runtime.drain()
    expect(await timersOf(world)).toHaveLength(length)
    expect(await world.runtime.audit()).toEqual([])
  })

  it('still fires when the clock of the machine is set back after it was claimed', async () => {
    const world = await withClock()
    const { length } = await world.running()
    world.clock.tick(100 * day)
    const { store } = world
    const setBack: Store = {
      ...store,
      claim: async (query) => {
        const work = await store.claim(query)
        world.clock.tick(-200 * day)
        return work
      },
    }
    expect(await world.make({ store: setBack, concurrency: 50 }).drain()).toMatchObject({
      timersFired: length,
    })
    world.clock.tick(400 * day)
    expect(await timersOf(world)).toHaveLength(length)
  })
})
