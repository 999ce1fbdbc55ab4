import { expect } from 'vitest'
import type { Store, Tombstone } from '../../src/runtime/store.ts'
import { collect } from './collect.ts'
import { changesTo, changeTo, deadline, device, order } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T12:00:00+08:00`
const told = { key: 'a'.repeat(32), content: 7, counted: true }

/** `life-a` of M1, closed on day 10, whose number rests until day 20. */
export async function closedForPurge(store: Store): Promise<Tombstone> {
  const [first, second] = await changesTo(
    {
      lifecycleId: 'life-a',
      terminalId: 'T1',
      at: day(1),
      devices: [device('SN-1')],
      orders: [order('life-a/0/1')],
    },
    {
      ...{
        lifecycleId: 'life-a',
        terminalId: 'T1',
        at: day(10),
        closedAt: day(10),
        devices: [device('SN-1')],
      },
      deadlines: [deadline('tidQuarantine', day(20))],
    },
  )
  if (!first || !second) throw new Error('no change')
  await store.commit([first, { ...second, told }, await changeTo({ lifecycleId: 'life-b', at: day(2) })])
  return {
    ...{ lifecycleId: 'life-a', acquirerId: 'acq-1', merchantId: 'M1', terminalId: 'T1', entries: 2 },
    ...{ head: second.entry?.hash ?? '', closedAt: day(10), restsUntil: Date.parse(day(20)) },
    ...{ purgedAt: day(12), purgedBy: 'p1', basis: 'a law' },
  }
}

const opening = (lifecycleId: string, merchantId: string, at = day(13)) =>
  changeTo({ lifecycleId, terminalId: 'T1', merchantId, at })

export const purgeCases: readonly StoreCase[] = [
  {
    name: 'leaves nothing of a life that is purged but its tombstone and what its reports are known by',
    async run(store) {
      const stone = await closedForPurge(store)
      expect(await store.purge?.(stone)).toBe(true)
      expect(await store.has('life-a')).toBe(false)
      expect(await store.load('life-a')).toBeUndefined()
      expect(await collect(store.journal('life-a'))).toEqual([])
      expect(await store.answered('life-a', 'command-0')).toBeUndefined()
      expect(await store.waiting('life-a')).toEqual([])
      expect(await store.timers('life-a')).toEqual([])
      expect(await store.workOf('life-a')).toEqual([])
      expect(await store.find({ serial: 'SN-1' })).toEqual([])
      expect(await store.lifecycleIds('', 9)).toEqual(['life-b'])
      expect((await store.changes({ after: null, limit: 9 }))?.map((one) => one.lifecycleId)).toEqual([
        'life-b',
      ])
      expect(await store.told('life-a', told.key)).toEqual(told)
      expect(await store.tombstone?.('life-a')).toEqual(stone)
      expect(await store.tombstone?.('life-b')).toBeUndefined()
      expect(await store.tombstones?.('', 9)).toEqual([stone])
      expect(await store.tombstones?.('life-a', 9)).toEqual([])
    },
  },
  {
    name: 'purges no life that was told something since it was looked at, and none that is not there',
    async run(store) {
      const stone = await closedForPurge(store)
      expect(await store.purge?.({ ...stone, head: 'f'.repeat(64) })).toBe(false)
      expect(await store.purge?.({ ...stone, lifecycleId: 'life-x' })).toBe(false)
      expect(await store.has('life-a')).toBe(true)
      expect(await store.tombstones?.('', 9)).toEqual([])
      expect(await store.purge?.(stone)).toBe(true)
      expect(await store.purge?.(stone)).toBe(false)
    },
  },
  {
    name: 'lets the number of a purged life rest as long as it would have, and gives its id to nobody',
    async run(store) {
      await store.purge?.(await closedForPurge(store))
      expect(await store.commit([await opening('life-c', 'M2')])).toEqual([
        { held: 'number', ref: 'T1', lifecycleId: 'life-a' },
      ])
      expect(await store.commit([await opening('life-a', 'M1')])).toEqual(['conflict'])
      const elsewhere = { merchantId: 'M2', at: day(13) }
      const others = [
        await changeTo({ lifecycleId: 'life-e', terminalId: 'T2', ...elsewhere }),
        await changeTo({ lifecycleId: 'life-f', terminalId: 'T1', acquirerId: 'acq-2', ...elsewhere }),
      ]
      expect(await store.commit(others)).toEqual(['committed', 'committed'])
      expect(await store.commit([await opening('life-d', 'M2', day(20))])).toEqual(['committed'])
    },
  },
  {
    name: 'lets nobody wait for the number of a purged life that did not rest',
    async run(store) {
      const stone = { ...(await closedForPurge(store)), lifecycleId: 'life-e', terminalId: 'T9' }
      await store.bury?.([{ ...stone, restsUntil: null }])
      const taken = await changeTo({ lifecycleId: 'life-f', terminalId: 'T9', merchantId: 'M2', at: day(13) })
      expect(await store.commit([taken])).toEqual(['committed'])
    },
  },
  {
    name: 'goes on telling its commits in order when the newest life was purged',
    async run(store) {
      const stone = await closedForPurge(store)
      const place = { lifecycleId: 'life-b', seq: 0 }
      await store.purge?.(stone)
      await store.commit([await opening('life-d', 'M1')])
      expect((await store.changes({ after: place, limit: 9 }))?.map((one) => one.lifecycleId)).toEqual([
        'life-d',
      ])
    },
  },
  {
    name: 'gives what happened in a purged life to no other one that has its number afterwards',
    async run(store) {
      const stone = await closedForPurge(store)
      await store.purge?.(stone)
      await store.bury?.([{ ...stone, lifecycleId: 'life-e', terminalId: 'T9' }])
      const next = { terminalId: 'T9', merchantId: 'M1', at: day(13) }
      await store.commit([await opening('life-d', 'M1'), await changeTo({ lifecycleId: 'life-f', ...next })])
      const had = async (terminalId: string, at: string) =>
        (await store.find({ terminalId, at })).map(({ lifecycleId }) => lifecycleId)
      expect([await had('T1', day(5)), await had('T9', day(5))]).toEqual([[], []])
      expect([await had('T1', day(11)), await had('T9', day(14))]).toEqual([['life-d'], ['life-f']])
    },
  },
  {
    name: 'takes tombstones from elsewhere, each once',
    async run(store) {
      const stone = { ...(await closedForPurge(store)), lifecycleId: 'life-e', terminalId: 'T9' }
      await store.bury?.([stone, stone])
      await store.bury?.([{ ...stone, basis: 'another' }])
      expect(await store.tombstones?.('', 9)).toEqual([stone])
      const others = ['life-d', 'life-g'].map((lifecycleId) => ({ ...stone, lifecycleId }))
      await store.bury?.(others.toReversed())
      const paged = async (after: string, limit: number) =>
        (await store.tombstones?.(after, limit))?.map(({ lifecycleId }) => lifecycleId)
      expect(await paged('', 2)).toEqual(['life-d', 'life-e'])
      expect(await paged('life-d', 1)).toEqual(['life-e'])
      expect(await paged('life-e', 9)).toEqual(['life-g'])
      const taken = await changeTo({ lifecycleId: 'life-f', terminalId: 'T9', merchantId: 'M2', at: day(13) })
      expect(await store.commit([taken])).toEqual([{ held: 'number', ref: 'T9', lifecycleId: 'life-d' }])
    },
  },
]
