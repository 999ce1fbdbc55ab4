import { expect } from 'vitest'
import type { Scope } from '../../src/runtime/access.ts'
import type { Change, ChangesQuery, EntryPlace, Store } from '../../src/runtime/store.ts'
import { changesTo, changeTo, type Wanted } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const named = ({ lifecycleId, seq }: EntryPlace) => `${lifecycleId}/${seq}`

async function changes(store: Store, query: Partial<ChangesQuery> = {}, within?: Scope) {
  const found = await store.changes({ after: null, limit: 99, ...query }, undefined, within)
  return found?.map(named)
}

/** Stores the changes in turn, each in a transaction of its own, in the order of the lives that are named. */
async function inTurn(
  store: Store,
  lives: Readonly<Record<string, readonly Wanted[]>>,
  order: readonly string[],
) {
  const left = new Map<string, Change[]>()
  for (const [lifecycleId, versions] of Object.entries(lives))
    left.set(lifecycleId, [...(await changesTo(...versions.map((one) => ({ ...one, lifecycleId }))))])
  for (const lifecycleId of order) {
    const change = left.get(lifecycleId)?.shift()
    expect(await store.commit(change ? [change] : [])).toEqual(['committed'])
  }
}

const lawyer = { personId: 'lawyer-1', organisationId: 'law-office', mandateRef: 'power-1' }
const acquirerId = 'acq-1'

/** `a` is handed from one service provider to another, `b` is represented for a while, `c` is another house's. */
const storeLives = (store: Store) =>
  inTurn(
    store,
    {
      a: [{ agentId: 'agent-1' }, { agentId: 'agent-1' }, { agentId: 'agent-2' }],
      b: [
        { merchantId: 'M2' },
        { merchantId: 'M2', representatives: { merchant: lawyer } },
        { merchantId: 'M2' },
      ],
      c: [{ acquirerId: 'acq-2', agentId: 'agent-1' }, { acquirerId: 'acq-2' }],
    },
    ['c', 'b', 'a', 'a', 'b', 'c', 'a', 'b'],
  )

const inAll = ['c/0', 'b/0', 'a/0', 'a/1', 'b/1', 'c/1', 'a/2', 'b/2']

export const changesCases: readonly StoreCase[] = [
  {
    name: 'tells all commits in their order, and goes on behind any of them',
    async run(store) {
      expect(await changes(store)).toEqual([])
      await storeLives(store)
      expect(await changes(store)).toEqual(inAll)
      for (const [index, name] of inAll.entries()) {
        const [lifecycleId = '', seq = ''] = name.split('/')
        const after = { lifecycleId, seq: Number(seq) }
        expect(await changes(store, { after })).toEqual(inAll.slice(index + 1))
        expect(await changes(store, { after, limit: 2 })).toEqual(inAll.slice(index + 1, index + 3))
      }
    },
  },
  {
    name: 'tells commits of one transaction in their order, and none of one that was taken back',
    async run(store) {
      const made = await changesTo({}, {}, {})
      const other = await changeTo({ lifecycleId: 'life-2' })
      await store.commit([...made.slice(0, 2), other])
      const broken = { ...made[2], entry: { ...made[2]?.entry, prevHash: 'f' } } as Change
      await expect(store.commit([await changeTo({ lifecycleId: 'life-3' }), broken])).rejects.toThrow()
      await store.commit(made.slice(2))
      expect(await changes(store)).toEqual(['life-1/0', 'life-1/1', 'life-2/0', 'life-1/2'])
    },
  },
  {
    name: 'tells within a scope what was in it when it was committed',
    async run(store) {
      await storeLives(store)
      const scopes: readonly (readonly [Scope, readonly string[]])[] = [
        [{ acquirerId }, ['b/0', 'a/0', 'a/1', 'b/1', 'a/2', 'b/2']],
        [{ acquirerId: 'acq-2' }, ['c/0', 'c/1']],
        [{ acquirerId: 'acq-3' }, []],
        [{ acquirerId, merchantId: 'M1', personId: 'm1' }, ['a/0', 'a/1', 'a/2']],
        [{ acquirerId, merchantId: 'M2', personId: 'm1' }, ['b/0', 'b/1', 'b/2']],
        [{ acquirerId: 'acq-2', merchantId: 'M2', personId: 'm1' }, []],
        [{ acquirerId, merchantId: 'law-office', personId: 'lawyer-1' }, ['b/1']],
        [{ acquirerId, merchantId: 'law-office', personId: 'lawyer-2' }, []],
        [{ acquirerId, agentId: 'agent-1', personId: 'a1' }, ['a/0', 'a/1']],
        [{ acquirerId, agentId: 'agent-2', personId: 'a1' }, ['a/2']],
        [{ acquirerId: 'acq-2', agentId: 'agent-1', personId: 'a1' }, ['c/0']],
        [{ acquirerId, merchantId: 'M1', agentId: 'agent-1', personId: 'a1' }, ['a/0', 'a/1']],
      ]
      for (const [within, own] of scopes) {
        expect([within, await changes(store, {}, within)]).toEqual([within, own])
        expect([within, await changes(store, { limit: 1 }, within)]).toEqual([within, own.slice(0, 1)])
      }
    },
  },
  {
    name: 'goes on within a scope behind an entry that was in it, and behind no other',
    async run(store) {
      await storeLives(store)
      const agent = { acquirerId, agentId: 'agent-1', personId: 'a1' }
      expect(await changes(store, { after: { lifecycleId: 'a', seq: 0 } }, agent)).toEqual(['a/1'])
      // not its own any more, and still where it had come to
      expect(await changes(store, { after: { lifecycleId: 'a', seq: 1 } }, agent)).toEqual([])
      expect(await changes(store, { after: { lifecycleId: 'a', seq: 2 } }, agent)).toBeUndefined()
      expect(await changes(store, { after: { lifecycleId: 'c', seq: 1 } }, { acquirerId })).toBeUndefined()
      expect(await changes(store, { after: { lifecycleId: 'c', seq: 9 } }, { acquirerId })).toBeUndefined()
      expect(await changes(store, { after: { lifecycleId: 'x', seq: 0 } }, { acquirerId })).toBeUndefined()
      expect(await changes(store, { after: { lifecycleId: 'x', seq: 0 } })).toBeUndefined()
    },
  },
  {
    name: 'goes on past an entry that cannot be read, and names its life',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      if (!first || !second) throw new Error('no change')
      // sealed and stored as it is: the store does not look inside
      const damaged = { ...second, entry: { ...second.entry, actor: null } } as unknown as Change
      await store.commit([first, damaged, await changeTo({ lifecycleId: 'life-2' })])
      const skipped: string[] = []
      const found = await store.changes({ after: null, limit: 9 }, (lifecycleId) => skipped.push(lifecycleId))
      expect(found?.map((one) => [named(one), one.entry === null])).toEqual([
        ['life-1/0', false],
        ['life-1/1', true],
        ['life-2/0', false],
      ])
      expect(skipped).toEqual(['life-1'])
      await expect(store.changes({ after: null, limit: 9 })).rejects.toMatchObject({
        path: '/journal/1/actor',
      })
    },
  },
]
