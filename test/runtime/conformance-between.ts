import { expect } from 'vitest'
import type { Change, HeldElsewhere, Store } from '../../src/runtime/store.ts'
import { changesTo, changeTo, deadline, device, type Wanted } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T12:00:00+08:00`
const sold = [device('SN-1')]
const freed = [device('SN-1', day(5), { binding: 'unbound' })]
const shared = [device('SN-1', null, { tenancy: 'shared' })]

const inLife = (lifecycleId: string): HeldElsewhere => ({ held: 'device', ref: 'SN-1', lifecycleId })

/** Opens a life and tells it what follows; the outcome of the last. */
async function live(store: Store, lifecycleId: string, ...versions: readonly Wanted[]) {
  const changes = await changesTo(...versions.map((wanted) => ({ lifecycleId, ...wanted })))
  return (await store.commit(changes)).at(-1)
}

const exempt = (change: Change): Change => ({ ...change, exempt: true })

/** `life-a` of M1 had the number T1 until day 10, and it rests until day 20. */
const closeLifeA = (store: Store) =>
  live(
    store,
    'life-a',
    { terminalId: 'T1', at: day(1) },
    { terminalId: 'T1', at: day(10), closedAt: day(10), deadlines: [deadline('tidQuarantine', day(20))] },
  )

const opening = (lifecycleId: string, more: Wanted = {}) =>
  changeTo({ lifecycleId, terminalId: 'T1', merchantId: 'M2', at: day(11), ...more })

export const betweenCases: readonly StoreCase[] = [
  {
    name: 'opens no life with a device that another one of the acquirer has',
    async run(store) {
      expect(await live(store, 'life-a', { devices: sold })).toBe('committed')
      expect(await live(store, 'life-b', { devices: [device('SN-2'), ...sold] })).toEqual(inLife('life-a'))
      expect(await store.load('life-b')).toBeUndefined()
      expect(await live(store, 'life-c', { devices: sold, acquirerId: 'acq-2' })).toBe('committed')
    },
  },
  {
    name: 'lets no command bind a device that another life has, and stores nothing of it',
    async run(store) {
      await live(store, 'life-a', { devices: sold })
      const [first, second] = await changesTo(
        { lifecycleId: 'life-b', devices: [device('SN-2')] },
        { lifecycleId: 'life-b', devices: [device('SN-2', day(3)), ...sold] },
      )
      const bystander = await changeTo({ lifecycleId: 'life-c' })
      if (!first || !second) throw new Error('no change')
      expect(await store.commit([first, second, bystander])).toEqual([
        'committed',
        inLife('life-a'),
        'committed',
      ])
      expect((await store.load('life-b'))?.record.version).toBe(0)
      expect(await store.answered('life-b', 'command-1')).toBeUndefined()
    },
  },
  {
    name: 'holds a device that was retired until it is unbound, whatever its life still owes',
    async run(store) {
      const retired = [device('SN-1', day(3)), device('SN-2')]
      const [opened, replaced, unbound] = await changesTo(
        { lifecycleId: 'life-a', devices: sold },
        { lifecycleId: 'life-a', devices: retired },
        { lifecycleId: 'life-a', devices: [...freed, device('SN-2')] },
      )
      if (!opened || !replaced || !unbound) throw new Error('no change')
      const next = await changeTo({ lifecycleId: 'life-b', devices: sold })
      expect(await store.commit([opened, replaced, next])).toEqual([
        'committed',
        'committed',
        inLife('life-a'),
      ])
      expect(await store.commit([unbound, next])).toEqual(['committed', 'committed'])
      expect(await live(store, 'life-c', { devices: sold })).toEqual(inLife('life-b'))
    },
  },
  {
    name: 'takes a device that comes unbound as nobody’s, and binds it when it is bound',
    async run(store) {
      await live(store, 'life-a', { devices: freed }, { devices: freed })
      expect(await live(store, 'life-b', { devices: sold })).toBe('committed')
      const [, , bound] = await changesTo(
        { lifecycleId: 'life-a', devices: freed },
        { lifecycleId: 'life-a', devices: freed },
        { lifecycleId: 'life-a', devices: sold },
      )
      if (!bound) throw new Error('no change')
      expect(await store.commit([bound])).toEqual([inLife('life-b')])
    },
  },
  {
    name: 'lets a life go on with the device that it has',
    async run(store) {
      await live(store, 'life-a', { devices: sold })
      const changes = await changesTo({ devices: shared }, { devices: shared }, { devices: freed })
      const own = changes.map((change) => exempt(change))
      expect(await store.commit(own.slice(0, 1))).toEqual(['committed'])
      expect(await store.commit(changes.slice(1))).toEqual(['committed', 'committed'])
    },
  },
  {
    name: 'binds a device in several lives that all share it, and in none beside one that does not',
    async run(store) {
      expect(await live(store, 'life-a', { devices: shared })).toBe('committed')
      expect(await live(store, 'life-b', { devices: shared })).toBe('committed')
      expect(await live(store, 'life-c', { devices: sold })).toEqual(inLife('life-a'))
      expect(await live(store, 'life-d', { devices: [device('SN-2')] })).toBe('committed')
      expect(
        await live(store, 'life-e', { devices: [device('SN-2', null, { tenancy: 'shared' })] }),
      ).toMatchObject({ lifecycleId: 'life-d' })
    },
  },
  {
    name: 'gives a number that rests to its own merchant, to another acquirer, and to nobody else',
    async run(store) {
      await closeLifeA(store)
      expect(await store.commit([await opening('life-b')])).toEqual([
        { held: 'number', ref: 'T1', lifecycleId: 'life-a' },
      ])
      expect(await store.commit([await opening('life-c', { acquirerId: 'acq-2' })])).toEqual(['committed'])
      expect(await store.commit([await opening('life-d', { merchantId: 'M1' })])).toEqual(['committed'])
    },
  },
  {
    name: 'gives a number that rested to anybody, from the instant its clock has run',
    async run(store) {
      await closeLifeA(store)
      const before = await opening('life-b', { at: '2026-03-20T03:59:59Z' })
      const after = await opening('life-c', { at: '2026-03-20T04:00:00Z' })
      expect(await store.commit([before, after])).toEqual([
        { held: 'number', ref: 'T1', lifecycleId: 'life-a' },
        'committed',
      ])
    },
  },
  {
    name: 'lets a number rest as long as its closed life says now',
    async run(store) {
      const closed = (n: number, status?: 'cancelled') => ({
        ...{ lifecycleId: 'life-a', terminalId: 'T1', at: day(10), closedAt: day(10) },
        deadlines: [deadline('tidQuarantine', day(n), status)],
      })
      const opened = { lifecycleId: 'life-a', terminalId: 'T1', at: day(1) }
      const changes = await changesTo(opened, closed(20), closed(15), closed(15, 'cancelled'))
      const next = await opening('life-b', { at: day(14) })
      const held = { held: 'number', ref: 'T1', lifecycleId: 'life-a' }
      expect(await store.commit([...changes.slice(0, 3), next])).toEqual([
        ...['committed', 'committed', 'committed', held],
      ])
      expect(await store.commit([await opening('life-c', { at: day(16), merchantId: 'M3' })])).toEqual([
        'committed',
      ])
      expect(await store.commit([...changes.slice(3), next])).toEqual(['committed', 'committed'])
      const atOnce = { ...closed(20), lifecycleId: 'life-d', terminalId: 'T2' }
      expect(
        await store.commit([await changeTo(atOnce), await opening('life-e', { terminalId: 'T2' })]),
      ).toEqual(['committed', { held: 'number', ref: 'T2', lifecycleId: 'life-d' }])
    },
  },
  {
    name: 'lets a life go on with a resting number that it was given all the same',
    async run(store) {
      await closeLifeA(store)
      const own = { lifecycleId: 'life-b', terminalId: 'T1', merchantId: 'M2', at: day(11) }
      const [opened, ...told] = await changesTo(own, own)
      if (!opened) throw new Error('no change')
      expect(await store.commit([exempt(opened), ...told])).toEqual(['committed', 'committed'])
    },
  },
  {
    name: 'lets what is exempt have a device or a resting number, and a number in use by no means',
    async run(store) {
      await closeLifeA(store)
      await live(store, 'life-d', { devices: sold })
      const both = exempt(await opening('life-b', { devices: sold }))
      expect(await store.commit([both])).toEqual(['committed'])
      expect(await live(store, 'life-c', { devices: sold })).toEqual(inLife('life-b'))
      expect(await store.commit([exempt(await opening('life-e'))])).toEqual(['conflict'])
    },
  },
  {
    name: 'lets the first of one commit have the device and the number',
    async run(store) {
      const opened = await Promise.all([
        opening('life-b', { devices: sold }),
        opening('life-c', { terminalId: 'T2', devices: sold }),
        opening('life-d'),
      ])
      expect(await store.commit(opened)).toEqual(['committed', inLife('life-b'), 'conflict'])
    },
  },
  {
    name: 'leaves device and number free when the commit that takes them, or lets it rest, fails',
    async run(store) {
      await closeLifeA(store)
      const taking = await opening('life-b', { merchantId: 'M1', devices: sold })
      const broken = { ...(await changeTo({ lifecycleId: 'life-x' })), expectedVersion: 7 }
      await expect(store.commit([taking, broken])).rejects.toMatchObject({ failure: 'inconsistent' })
      expect(await store.commit([await opening('life-c', { merchantId: 'M1', devices: sold })])).toEqual([
        'committed',
      ])
      const closed = { closedAt: day(10), deadlines: [deadline('tidQuarantine', day(20))] }
      const t2 = { lifecycleId: 'life-d', terminalId: 'T2', at: day(10) }
      const resting = await changesTo(t2, { ...t2, ...closed })
      await expect(store.commit([...resting, broken])).rejects.toMatchObject({ failure: 'inconsistent' })
      expect(await store.commit([await opening('life-e', { terminalId: 'T2' })])).toEqual(['committed'])
    },
  },
]
