import { expect } from 'vitest'
import type { Store } from '../../src/runtime/store.ts'
import { query } from './claiming.ts'
import { closedForPurge } from './conformance-purge.ts'
import { changesTo, changeTo, order, refusedChange } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

/** What is kept for the senders of a life, by their commands. */
const answersOf = async (store: Store, lifecycleId: string) =>
  Object.fromEntries(
    ((await store.answers?.(lifecycleId)) ?? []).map(({ commandId, brief, fingerprint }) => [
      commandId,
      [brief.accepted, fingerprint],
    ]),
  )
const asked = { kind: 'openTicket', parked: false } as const

export const restoreCases: readonly StoreCase[] = [
  {
    name: 'gives all answers of one life, refusals with their fingerprints too, and none of another',
    async run(store) {
      await store.commit(await changesTo({ lifecycleId: 'life-a' }, { lifecycleId: 'life-a' }))
      await store.commit([
        { ...refusedChange('life-a', 'refused'), expectedVersion: 1, fingerprint: 'what was asked' },
        await changeTo({ lifecycleId: 'life-b' }),
      ])
      expect(await answersOf(store, 'life-a')).toEqual({
        'command-0': [true, 'fingerprint of command-0'],
        'command-1': [true, 'fingerprint of command-1'],
        refused: [false, 'what was asked'],
      })
      expect(Object.keys(await answersOf(store, 'life-b'))).toEqual(['command-0'])
      expect(await answersOf(store, 'life-c')).toEqual({})
    },
  },
  {
    name: 'counts on where orders were tried elsewhere, and knows of none that is not there',
    async run(store) {
      const orders = [order('life-1/0/1'), order('life-1/0/2')]
      await store.commit([await changeTo({ orders })])
      await store.tried?.([
        { ...asked, lifecycleId: 'life-1', orderId: 'life-1/0/2', attempts: 7, lastErrorCode: 'ECONNRESET' },
        { ...asked, lifecycleId: 'life-9', orderId: 'life-9/0/1', attempts: 3, lastErrorCode: null },
      ])
      expect(await store.waiting()).toMatchObject([
        { orderId: 'life-1/0/1', attempts: 0, lastErrorCode: null },
        { orderId: 'life-1/0/2', attempts: 7, lastErrorCode: 'ECONNRESET' },
      ])
      expect(await store.claim(query())).toMatchObject([
        { orderId: 'life-1/0/1', attempt: 1 },
        { orderId: 'life-1/0/2', attempt: 8 },
      ])
    },
  },
  {
    name: 'keeps neither answers nor attempts of a life that is purged, and those of others',
    async run(store) {
      const stone = await closedForPurge(store)
      await store.commit([{ ...refusedChange('life-a', 'late'), expectedVersion: 1 }])
      expect(Object.keys(await answersOf(store, 'life-a')).sort()).toEqual(['command-0', 'command-1', 'late'])
      expect(await store.purge?.(stone)).toBe(true)
      expect(await answersOf(store, 'life-a')).toEqual({})
      await store.tried?.([
        { ...asked, lifecycleId: 'life-a', orderId: 'life-a/0/1', attempts: 2, lastErrorCode: null },
      ])
      expect(await store.waiting()).toEqual([])
      expect(Object.keys(await answersOf(store, 'life-b'))).toEqual(['command-0'])
    },
  },
]
