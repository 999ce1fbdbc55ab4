import { expect } from 'vitest'
import { recordFormat } from '../../src/machine/index.ts'
import type { Change, FindQuery, Skipped, Store } from '../../src/runtime/store.ts'
import { changesTo, changeTo, device } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00+08:00`

async function found(store: Store, query: FindQuery): Promise<string[]> {
  return (await store.find(query)).map(({ lifecycleId }) => lifecycleId)
}

/** One number in two lives, one device that moved from the first of them to a third terminal. */
async function storeLives(store: Store): Promise<void> {
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
      expect(await found(store, { terminalId: 'T1', at: '2026-02-28T12:00:00+08:00' })).toEqual([])
      expect(await found(store, { terminalId: 'T1', at: day(1) })).toEqual(['life-a'])
      expect(await found(store, { terminalId: 'T1', at: '2026-03-10T03:59:59Z' })).toEqual(['life-a'])
      expect(await found(store, { terminalId: 'T1', at: '2026-03-10T04:00:00Z' })).toEqual([])
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
]
