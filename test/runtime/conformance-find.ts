import { expect } from 'vitest'
import { lifeStates, roles } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { recordFormat } from '../../src/machine/index.ts'
import type { Scope } from '../../src/runtime/access.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import type { Change, FindQuery, Skipped, Store, StoreQuery } from '../../src/runtime/store.ts'
import { viewerOf } from '../../src/runtime/work-of.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { scopes, storeLives as storeMany } from './many-lives.ts'
import { changesTo, changeTo, device, order } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00+08:00`

export async function found(store: Store, query: FindQuery): Promise<string[]> {
  return (await store.find(query)).map(({ lifecycleId }) => lifecycleId)
}

/** One number in two lives, one device that moved from the first of them to a third terminal. */
export async function storeLives(store: Store): Promise<void> {
  const first = { lifecycleId: 'life-a', terminalId: 'T1' }
  const [opening, retiring, closing] = await changesTo(
    { ...first, at: day(1), devices: [device('SN-1')] },
    { ...first, at: day(5), devices: [device('SN-1', day(5)), device('SN-2')] },
    { ...first, at: day(10), devices: [device('SN-1', day(5)), device('SN-2')], closedAt: day(10) },
  )
  const second = await changeTo({
    lifecycleId: 'life-b',
    terminalId: 'T1',
    at: day(20),
    devices: [device('SN-3')],
  })
  const third = await changeTo({
    lifecycleId: 'life-c',
    terminalId: 'T2',
    merchantId: 'M2',
    at: day(6),
    devices: [device('SN-1')],
  })
  if (!opening || !retiring || !closing) throw new Error('no change')
  const outcomes = await store.commit([opening, retiring, closing, second, third])
  expect(new Set(outcomes)).toEqual(new Set(['committed']))
}

/** Of the first two lives the record has no status. */
const damaged = (change: Change): Change => {
  const { answer } = change
  if (!answer.accepted || change.lifecycleId > 'life-b') return change
  const { status: _, ...context } = answer.record.context
  return {
    ...change,
    answer: { ...answer, record: { ...answer.record, context: context as typeof answer.record.context } },
  }
}

/** As a release before this one wrote it. */
const older = (change: Change): Change => {
  const { answer } = change
  if (!answer.accepted) return change
  const record = { ...answer.record, format: recordFormat - 1 } as unknown as typeof answer.record
  return { ...change, answer: { ...answer, record } }
}

/** Any filters by chance, any scope or none. */
export function findQuestion(lives: readonly LifecycleRecord[], dice: Dice): [StoreQuery, Scope | undefined] {
  const role = dice.one(roles)
  const { context, lifecycleId, at } = dice.one(lives)
  const maybe = <Value>(share: number, value: () => Value) => (dice.chance(share) ? value() : undefined)
  const query: StoreQuery = {
    viewer: viewerOf(role),
    acquirerId: maybe(0.2, () => context.identity.acquirerId),
    merchantId: maybe(0.2, () => context.identity.merchantId),
    terminalId: maybe(0.1, () => context.identity.terminalId),
    serial: maybe(0.1, () => Object.keys(context.devices)[0] ?? 'none'),
    at: maybe(0.2, () => new Date(Date.parse(at) - dice.below(20) * 86_400_000).toISOString()),
    state: maybe(0.4, () => [dice.one(lifeStates), dice.one(lifeStates)]),
    applicationId: maybe(0.1, () => context.application?.applicationId ?? 'none'),
    orderId: maybe(0.1, () => Object.keys(context.orders)[0] ?? 'none'),
    documentId: maybe(0.1, () => Object.keys(context.documents)[0] ?? 'none'),
    dueBefore: maybe(0.3, () => new Date(Date.parse(at) + dice.below(40) * 86_400_000).toISOString()),
    after: maybe(0.3, () => lifecycleId),
    limit: 1 + dice.below(30),
  }
  return [query, maybe(0.7, () => dice.one(scopes[role]))]
}

export const findCases: readonly StoreCase[] = [
  {
    name: 'tells which records are stored in an older format, and in which',
    async run(store) {
      const changes = await Promise.all(
        ['life-d', 'life-c', 'life-b', 'life-a'].map((lifecycleId) => changeTo({ lifecycleId })),
      )
      await store.commit(changes.map((change) => (change.lifecycleId > 'life-a' ? older(change) : change)))
      expect(await store.unmigrated('', 9)).toEqual(['life-b', 'life-c', 'life-d'])
      expect(await store.unmigrated('', 2)).toEqual(['life-b', 'life-c'])
      expect(await store.unmigrated('life-c', 9)).toEqual(['life-d'])
      expect(await store.lifecycleIds('', 2)).toEqual(['life-a', 'life-b'])
      expect(await store.lifecycleIds('life-b', 1)).toEqual(['life-c'])
      const stored = await store.load('life-c')
      // read in today's format, whatever it is stored in
      expect(stored).toMatchObject({ format: recordFormat - 1, record: { format: recordFormat } })
      const next = await changeTo({ lifecycleId: 'life-c' }, 1, stored?.head)
      expect(await store.commit([next])).toEqual(['committed'])
      expect(await store.unmigrated('', 9)).toEqual(['life-b', 'life-d'])
      expect(await store.load('life-c')).toMatchObject({ format: recordFormat })
    },
  },
  {
    name: 'says whether a life has ever given an order of that name, also one that has left its record',
    async run(store) {
      const [first, second] = await changesTo({ orders: [order('life-1/tag/0')] }, {})
      const other = await changeTo({ lifecycleId: 'life-2', orders: [order('life-2/tag/0')] })
      expect(await store.hasOrdered('life-1', 'life-1/tag/0')).toBe(false)
      if (first && second) await store.commit([first, second, other])
      expect(await store.hasOrdered('life-1', 'life-1/tag/0')).toBe(true)
      expect(await store.hasOrdered('life-1', 'life-1/tag/1')).toBe(false)
      expect(await store.hasOrdered('life-1', 'life-2/tag/0')).toBe(false)
      expect(await store.hasOrdered('life-9', 'life-2/tag/0')).toBe(false)
    },
  },
  {
    name: 'finds lives by acquirer, merchant, terminal number and serial number',
    async run(store) {
      await storeLives(store)
      expect(await found(store, { acquirerId: 'acq-1' })).toEqual(['life-a', 'life-b', 'life-c'])
      expect(await found(store, { acquirerId: 'acq-2' })).toEqual([])
      expect(await found(store, { merchantId: 'M2' })).toEqual(['life-c'])
      expect(await found(store, { terminalId: 'T1' })).toEqual(['life-a', 'life-b'])
      expect(await found(store, { serial: 'SN-1' })).toEqual(['life-a', 'life-c'])
      expect(await found(store, { serial: 'SN-1', merchantId: 'M1', acquirerId: 'acq-1' })).toEqual([
        'life-a',
      ])
      expect(await found(store, { serial: 'SN-9' })).toEqual([])
      expect(await found(store, {})).toEqual(['life-a', 'life-b', 'life-c'])
    },
  },
  {
    name: 'finds the life in which a number stood at an instant',
    async run(store) {
      await storeLives(store)
      // before it was opened it stood there, as far as anybody knows, until another life had its number
      expect(await found(store, { terminalId: 'T1', at: '2026-02-28T12:00:00+08:00' })).toEqual(['life-a'])
      expect(await found(store, { terminalId: 'T1', at: day(1) })).toEqual(['life-a'])
      expect(await found(store, { terminalId: 'T1', at: '2026-03-10T03:59:59Z' })).toEqual(['life-a'])
      expect(await found(store, { terminalId: 'T1', at: '2026-03-10T04:00:00Z' })).toEqual(['life-b'])
      expect(await found(store, { terminalId: 'T1', at: day(20) })).toEqual(['life-b'])
    },
  },
  {
    name: 'finds where a device was at an instant',
    async run(store) {
      await storeLives(store)
      expect(await found(store, { serial: 'SN-1', at: day(4) })).toEqual(['life-a'])
      expect(await found(store, { serial: 'SN-1', at: day(5) })).toEqual([])
      expect(await found(store, { serial: 'SN-1', at: day(7) })).toEqual(['life-c'])
      expect(await found(store, { serial: 'SN-2', at: day(7) })).toEqual(['life-a'])
    },
  },
  {
    name: 'gives large findings in pages',
    async run(store) {
      await store.commit(
        await Promise.all(
          Array.from({ length: 130 }, (_, n) =>
            changeTo({ lifecycleId: `life-${String(n).padStart(3, '0')}` }),
          ),
        ),
      )
      const first = await found(store, { acquirerId: 'acq-1' })
      expect(first).toHaveLength(100)
      expect(await found(store, { acquirerId: 'acq-1', after: first.at(-1) })).toHaveLength(30)
      expect(await found(store, { after: 'life-004', limit: 2 })).toEqual(['life-005', 'life-006'])
    },
  },
  {
    name: 'goes on past records that cannot be read, names them and fills the page',
    async run(store) {
      const changes = await Promise.all(
        ['life-a', 'life-b', 'life-c', 'life-d'].map((lifecycleId) => changeTo({ lifecycleId })),
      )
      expect(new Set(await store.commit(changes.map(damaged)))).toEqual(new Set(['committed']))
      const skipped: unknown[] = []
      const skip: Skipped = (lifecycleId, error) =>
        skipped.push([lifecycleId, (error as { path?: string }).path])
      expect((await store.find({ limit: 1 }, skip)).map(({ lifecycleId }) => lifecycleId)).toEqual(['life-c'])
      expect(skipped).toEqual([
        ['life-a', '/context/status'],
        ['life-b', '/context/status'],
      ])
      expect(await store.find({ after: 'life-c', limit: 1 }, skip)).toHaveLength(1)
      expect(await store.find({ after: 'life-d' }, skip)).toEqual([])
      await expect(store.find({})).rejects.toMatchObject({ code: 'CORRUPT_RECORD', lifecycleId: 'life-a' })
    },
  },
  {
    name: 'lets a number stand in one open life at a time',
    async run(store) {
      const number = { terminalId: 'T1' }
      const [opening, closing] = await changesTo(
        { ...number, lifecycleId: 'life-a' },
        { ...number, lifecycleId: 'life-a', closedAt: day(10) },
      )
      const next = await changeTo({ ...number, lifecycleId: 'life-b', at: day(11) })
      if (!opening || !closing) throw new Error('no change')
      expect(await store.commit([opening, next])).toEqual(['committed', 'conflict'])
      expect(await store.commit([closing, next])).toEqual(['committed', 'committed'])
      const third = await changeTo({ ...number, lifecycleId: 'life-c', at: day(12) })
      expect(await store.commit([third])).toEqual(['conflict'])
    },
  },
  {
    name: 'finds a terminal that was taken over at the time of a sale long before, and no other life of its number',
    async run(store) {
      const number = { terminalId: 'T1' }
      const [other] = await changesTo({ ...number, lifecycleId: 'life-b', merchantId: 'M2', at: day(3) })
      const [mine, closed] = await changesTo(
        { ...number, lifecycleId: 'life-a', at: day(2) },
        { ...number, lifecycleId: 'life-a', at: day(6), closedAt: day(6) },
      )
      const next = await changeTo({ ...number, lifecycleId: 'life-c', at: day(9) })
      const foreign = await changeTo({ ...number, lifecycleId: 'life-d', acquirerId: 'acq-2', at: day(9) })
      if (!mine || !other || !closed) throw new Error('no change')
      await store.commit([mine, other, closed, next, foreign])
      const at = async (instant: string) => found(store, { ...number, acquirerId: 'acq-1', at: instant })
      expect(await at('2024-01-01T00:00:00Z')).toEqual(['life-a'])
      expect(await at(day(2))).toEqual(['life-a'])
      expect(await at(day(4))).toEqual(['life-a', 'life-b'])
      // merchants may share a number: what stood there meanwhile was the other's
      expect(await at(day(7))).toEqual(['life-b'])
      expect(await found(store, { ...number, acquirerId: 'acq-2', at: '2024-01-01T00:00:00Z' })).toEqual([
        'life-d',
      ])
    },
  },
  {
    name: 'finds a device before its life was opened, where no other life has had it',
    async run(store) {
      await storeLives(store)
      expect(await found(store, { serial: 'SN-3', at: day(15) })).toEqual(['life-b'])
      expect(await found(store, { serial: 'SN-3', at: day(9) })).toEqual([])
      expect(await found(store, { serial: 'SN-1', at: '2026-02-28T12:00:00+08:00' })).toEqual([])
    },
  },
  {
    name: 'finds a life by its state, its orders that have ended too, its papers and applications',
    async run(store) {
      const lives = await storeMany(store)
      const queries = lives.flatMap(({ context, lifecycleId }) => [
        ...Object.keys(context.documents).map((documentId): [FindQuery, string] => [
          { documentId },
          lifecycleId,
        ]),
        ...(context.application
          ? [[{ applicationId: context.application.applicationId }, lifecycleId] as [FindQuery, string]]
          : []),
      ])
      expect(queries.length).toBeGreaterThan(20)
      for (const [query, id] of queries) expect(await found(store, query)).toContain(id)
      const orders = [['life-1/0/1'], ['life-1/1/1']].map((ids) => ids.map((id) => order(id)))
      const [first, second] = await changesTo({ orders: orders[0] ?? [] }, { orders: orders[1] ?? [] })
      if (!first || !second) throw new Error('no change')
      await store.commit([first, second])
      // the first is no longer in the record
      expect(await found(store, { orderId: 'life-1/0/1' })).toEqual(['life-1'])
      expect(await found(store, { orderId: 'life-1/1/1' })).toEqual(['life-1'])
      expect(await found(store, { orderId: 'life-1/9/1' })).toEqual([])
      expect(await found(store, { applicationId: 'nobody-knows' })).toEqual([])
    },
  },
  {
    name: 'finds by whatever is asked, within every scope, what every other store finds',
    async run(store) {
      const lives = await storeMany(store)
      const model = memoryStore()
      await storeMany(model)
      const dice = diceOf(11)
      let hits = 0
      for (let times = 0; times < 300; times += 1) {
        const [query, within] = findQuestion(lives, dice)
        const wanted = (await model.find(query, undefined, within)).map(({ lifecycleId }) => lifecycleId)
        const got = (await store.find(query, undefined, within)).map(({ lifecycleId }) => lifecycleId)
        expect({ query, within, got }).toEqual({ query, within, got: wanted })
        if (wanted.length > 0) hits += 1
      }
      expect(hits).toBeGreaterThan(60)
    },
  },
]
