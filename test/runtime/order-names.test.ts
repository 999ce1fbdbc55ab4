import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { createLifecycle, type JournalEntry, type LifecycleRecord } from '../../src/machine/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { type LifecycleEvent, OrderId, versionOfOrder } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { manualEnvironment } from './manual-environment.ts'
import { escalation, note, rig, ticket } from './rig.ts'

const hold: LifecycleEvent = { type: 'hold.placed', holdId: 'hold-1', code: 'LICENCE_EXPIRED' }
const day = 86_400_000
type Told = readonly [commandId: string, event: LifecycleEvent]

/** What was asked of the other side after a life was told all this, and its record. */
const lived = async (all: readonly Told[], store: Store = memoryStore()) => {
  const keys: string[] = []
  const clock = testClock()
  const environment = manualEnvironment()
  const runtime = createRuntime({
    ...{ store, clock, environment },
    services: {
      ...silentServices,
      openTicket: async (_, { idempotencyKey }) => {
        keys.push(idempotencyKey)
        return []
      },
    },
  })
  await runtime.open(terminal())
  for (const [commandId, event] of all)
    await runtime.dispatch({ lifecycleId: 'life-1', commandId, actor: p1, event })
  await runtime.drain()
  const record = (await runtime.get('life-1', asP1)) as LifecycleRecord
  /** Weeks later: no answer is kept, and what has ended has left the record. */
  const forget = async () => {
    for (const today of Array.from({ length: 30 }, (_, n) => `day ${n}`)) {
      clock.tick(day)
      await environment.advance(day)
      await runtime.dispatch({ lifecycleId: 'life-1', commandId: today, actor: p1, event: note(today) })
    }
    return (await runtime.get('life-1', asP1)) as LifecycleRecord
  }
  return { keys, record, entries: await collect(store.journal('life-1')), runtime, forget }
}

/** A store that fails the first time that this command is to be kept, as if its process had died there. */
const failingAt = (store: Store, commandId: string) => {
  let failed = 0
  const commit: Store['commit'] = async (changes) => {
    if (failed === 0 && changes.some((change) => change.commandId === commandId)) {
      failed += 1
      throw new StoreError('unavailable')
    }
    return store.commit(changes)
  }
  const own = new Proxy(store, {
    get(_, name) {
      const method: unknown = name === 'commit' ? commit : Reflect.get(store, name)
      return typeof method === 'function' ? method.bind(store) : method
    },
  })
  return { store: own, failed: () => failed }
}

const orderIdsOf = ({ context }: LifecycleRecord) => Object.keys(context.orders).toSorted()

describe('The names of orders', () => {
  const all: readonly Told[] = [
    ['a', escalation],
    ['b', hold],
  ]

  it('are the same when what a lost file told is told again, also at another version', async () => {
    const first = await lived(all)
    const again = await lived([['x', note('heard meanwhile')], ...all.toReversed()])
    expect(first.keys.length).toBeGreaterThan(0)
    expect(again.keys.toSorted()).toEqual(first.keys.toSorted())
    expect(orderIdsOf(again.record)).toEqual(orderIdsOf(first.record))
    expect(orderIdsOf(first.record).every((orderId) => OrderId.safeParse(orderId).success)).toBe(true)
  })

  it('are looked up by themselves: no record is read for them, whatever else the store holds', async () => {
    const store = memoryStore()
    const unread: Store = {
      ...store,
      find: () => Promise.reject(new Error('all lives were looked through for one name')),
    }
    const { keys } = await lived([['a', escalation]], unread)
    expect(keys).toHaveLength(1)
  })

  it('are others for another command, and for another question under the same id', async () => {
    const { keys } = await lived([['a', escalation]])
    const other = await lived([['z', escalation]])
    const reused = await lived([['a', { ...escalation, text: 'no answer for weeks' } as LifecycleEvent]])
    expect(new Set([...keys, ...other.keys, ...reused.keys]).size).toBe(3)
  })

  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])('are others when the same is told once more long after %s forgot its answer', async (_, home) => {
    const { runtime, record, forget, keys } = await lived([['a', escalation]], home())
    const { version, context } = await forget()
    expect(orderIdsOf(record)).toEqual(keys)
    expect(context.orders).toEqual({})
    const command = { lifecycleId: 'life-1', commandId: 'a', actor: p1, event: escalation }
    expect(await runtime.dispatch(command)).toMatchObject({ noop: false, record: { version: version + 1 } })
    await runtime.drain()
    expect(new Set(keys).size).toBe(2)
    expect(await runtime.audit()).toEqual([])
  })

  it.each([
    ['memoryStore', memoryStore],
    ['sqliteStore', () => sqliteStore(':memory:')],
  ])('are others for an answer of which half was taken weeks ago (%s)', async (_, home) => {
    let answered: 'half' | 'not at all' | 'whole' = 'half'
    const half = failingAt(home(), `${ticket}#1`)
    const keys: string[] = []
    const { runtime, tell, clock, environment } = await rig({
      store: half.store,
      parkAfter: 3,
      services: {
        openTicket: async (_params, { idempotencyKey }) => {
          keys.push(idempotencyKey)
          if (idempotencyKey !== ticket) return []
          if (answered === 'not at all') throw new Error('down')
          return [{ ...escalation, text: answered } as LifecycleEvent, note('and more')]
        },
      },
    })
    const pass = async (days: number) => {
      clock.tick(days * day)
      await environment.advance(days * day)
      await runtime.drain()
    }
    await tell(escalation)
    await runtime.drain()
    expect(half.failed()).toBe(1)
    answered = 'not at all'
    for (let hour = 0; hour < 4; hour += 1) await pass(1 / 24)
    for (let today = 0; today < 30; today += 1) {
      await tell(note(`day ${today}`))
      await pass(1)
    }
    answered = 'whole'
    await tell({ type: 'order.revived', orderId: ticket })
    await pass(0)
    const others = keys.filter((key) => key !== ticket)
    expect(others).toHaveLength(2)
    expect(new Set(others).size).toBe(2)
    expect(await runtime.audit()).toEqual([])
  })

  it('tell the version that gave them, and the journal tells them', async () => {
    const { record, entries } = await lived(all)
    const { fold } = createLifecycle()
    expect(fold(entries)).toEqual(record)
    for (const order of Object.values(record.context.orders))
      expect(entries[versionOfOrder(order)]?.orderIds).toContain(order.orderId)
  })

  it('are versions where nobody gave a tag or one of another form, and a journal may have both', async () => {
    const { open, step, fold } = createLifecycle()
    const opened = open(terminal(), { at: '2026-03-02T10:00:00+08:00', commandId: 'open:life-1' })
    const entries: JournalEntry[] = opened.entry ? [opened.entry] : []
    let { record } = opened
    const tell = (commandId: string, event: LifecycleEvent, orderTag?: string) => {
      const answer = step(record, { commandId, at: record.at, actor: p1, event, orderTag })
      if (!answer.accepted || !answer.entry) return expect.fail('refused')
      record = answer.record
      entries.push(answer.entry)
      return answer.orders.map(({ orderId }) => orderId)
    }
    expect(tell('a', escalation)).toEqual(['life-1/1/0'])
    const again = { ...escalation, text: 'still none' } as LifecycleEvent
    expect(tell('b', again, '../../2')).toEqual(['life-1/2/0'])
    expect(tell('c', { ...escalation, text: 'none' } as LifecycleEvent, 'abcdefghijklmnopabcd')).toEqual([
      'life-1/abcdefghijklmnopabcd/0',
    ])
    expect(Object.values(record.context.orders).map(versionOfOrder)).toEqual([1, 2, 3])
    expect(fold(entries)).toEqual(record)
  })
})
