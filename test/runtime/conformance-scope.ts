import { expect } from 'vitest'
import type { Scope } from '../../src/runtime/access.ts'
import type { Change, FindQuery, Skipped, Store } from '../../src/runtime/store.ts'
import { changeTo, device } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const lawyer = { personId: 'lawyer-1', organisationId: 'law-office', mandateRef: 'power-1' }

/** Two merchants of one acquirer, and one of another acquirer that has the number of the first. */
const lives = [
  { lifecycleId: 'life-a', agentId: 'agent-1', devices: [device('SN-1')] },
  { lifecycleId: 'life-b', merchantId: 'M2', representatives: { merchant: lawyer, serviceProvider: lawyer } },
  { lifecycleId: 'life-c', acquirerId: 'acq-2', agentId: 'agent-1', devices: [device('SN-1')] },
  { lifecycleId: 'life-d', agentId: 'agent-2', representatives: { serviceProvider: lawyer } },
] as const

const storeLives = async (store: Store, change: (change: Change) => Change = (given) => given) => {
  const changes = await Promise.all(lives.map((life) => changeTo(life)))
  expect(new Set(await store.commit(changes.map(change)))).toEqual(new Set(['committed']))
  return changes
}

async function found(store: Store, within: Scope, query: FindQuery = {}): Promise<string[]> {
  return (await store.find(query, undefined, within)).map(({ lifecycleId }) => lifecycleId)
}

async function loaded(store: Store, within: Scope): Promise<string[]> {
  const stored = await Promise.all(lives.map(({ lifecycleId }) => store.load(lifecycleId, within)))
  const are = await Promise.all(lives.map(({ lifecycleId }) => store.has(lifecycleId, within)))
  expect(are).toEqual(stored.map((one) => one !== undefined))
  return stored.flatMap((one) => one?.record.lifecycleId ?? [])
}

const acquirerId = 'acq-1'
/** What each scope holds, in the order of the keys. */
const scopes: readonly (readonly [Scope, readonly string[]])[] = [
  [{ acquirerId }, ['life-a', 'life-b', 'life-d']],
  [{ acquirerId: 'acq-2' }, ['life-c']],
  [{ acquirerId: 'acq-3' }, []],
  [{ acquirerId, merchantId: 'M1', personId: 'm1' }, ['life-a', 'life-d']],
  [{ acquirerId: 'acq-2', merchantId: 'M2', personId: 'm1' }, []],
  [{ acquirerId, agentId: 'agent-1', personId: 'a1' }, ['life-a']],
  [{ acquirerId: 'acq-2', agentId: 'agent-2', personId: 'a1' }, []],
  [{ acquirerId, merchantId: 'law-office', personId: 'lawyer-1' }, ['life-b']],
  [{ acquirerId, merchantId: 'law-office', personId: 'lawyer-2' }, []],
  [{ acquirerId, merchantId: 'law-office' }, []],
  [{ acquirerId: 'acq-2', merchantId: 'law-office', personId: 'lawyer-1' }, []],
  // nobody speaks for a service provider that is not there
  [{ acquirerId, agentId: 'law-office', personId: 'lawyer-1' }, ['life-d']],
  [{ acquirerId, merchantId: 'M1', agentId: 'agent-1', personId: 'a1' }, ['life-a']],
]

export const scopeCases: readonly StoreCase[] = [
  {
    name: 'loads and finds within a scope what is in it, and nothing else',
    async run(store) {
      await storeLives(store)
      for (const [within, own] of scopes) {
        expect([within, await loaded(store, within)]).toEqual([within, own])
        expect([within, await found(store, within)]).toEqual([within, own])
      }
    },
  },
  {
    name: 'looks for whatever is asked within the scope only',
    async run(store) {
      await storeLives(store)
      expect(await found(store, { acquirerId }, { serial: 'SN-1' })).toEqual(['life-a'])
      expect(await found(store, { acquirerId }, { acquirerId: 'acq-2' })).toEqual([])
      expect(await found(store, { acquirerId }, { terminalId: 'T-life-c' })).toEqual([])
      expect(await found(store, { acquirerId }, { terminalId: 'T-life-d' })).toEqual(['life-d'])
      expect(await found(store, { acquirerId, merchantId: 'M1' }, { merchantId: 'M2' })).toEqual([])
      expect(await found(store, { acquirerId, agentId: 'agent-1' }, { merchantId: 'M1' })).toEqual(['life-a'])
    },
  },
  {
    name: 'fills its pages from the scope',
    async run(store) {
      await storeLives(store)
      expect(await found(store, { acquirerId }, { limit: 2 })).toEqual(['life-a', 'life-b'])
      expect(await found(store, { acquirerId }, { limit: 2, after: 'life-b' })).toEqual(['life-d'])
      const merchant = { acquirerId, merchantId: 'M1' }
      expect(await found(store, merchant, { limit: 1, after: 'life-a' })).toEqual(['life-d'])
      expect(await found(store, merchant, { after: 'life-c', at: '2026-03-02T12:00:00+08:00' })).toEqual([
        'life-d',
      ])
    },
  },
  {
    name: 'follows a service provider that comes and goes',
    async run(store) {
      const [opening] = await storeLives(store)
      const agent = { acquirerId, agentId: 'agent-1', personId: 'a1' }
      const next = { acquirerId, agentId: 'agent-3', personId: 'a3' }
      const assigned = await changeTo({ lifecycleId: 'life-a', agentId: 'agent-3' }, 1, opening?.entry?.hash)
      await store.commit([assigned])
      expect([await found(store, agent), await found(store, next)]).toEqual([[], ['life-a']])
      await store.commit([await changeTo({ lifecycleId: 'life-a' }, 2, assigned.entry?.hash)])
      expect([await loaded(store, agent), await loaded(store, next)]).toEqual([[], []])
    },
  },
  {
    name: 'tells nobody outside the scope that a record cannot be read',
    async run(store) {
      await storeLives(store, (change) => {
        const { answer } = change
        if (!answer.accepted || change.lifecycleId !== 'life-c') return change
        const { status: _, ...context } = answer.record.context
        const record = { ...answer.record, context: context as typeof answer.record.context }
        return { ...change, answer: { ...answer, record } }
      })
      const skipped: string[] = []
      const skip: Skipped = (lifecycleId) => skipped.push(lifecycleId)
      expect(await store.load('life-c', { acquirerId })).toBeUndefined()
      expect(await store.find({}, skip, { acquirerId })).toHaveLength(3)
      expect(skipped).toEqual([])
      expect(await store.find({}, skip, { acquirerId: 'acq-2' })).toEqual([])
      expect(skipped).toEqual(['life-c'])
    },
  },
]
