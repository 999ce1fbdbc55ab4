import { expect } from 'vitest'
import { lanes } from '../../src/runtime/room.ts'
import { at, everywhere, minute, names, query, storeTwoOrders } from './claiming.ts'
import { changesTo, changeTo, deadline, order, orderOf } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

/** Which orders of a kind are given out, and what counts against them. */
export const laneCases: readonly StoreCase[] = [
  {
    name: 'counts the attempts that failed apart from those that did not',
    async run(store) {
      await storeTwoOrders(store)
      const counted: number[] = []
      for (const [n, failed] of [true, false, true, true].entries()) {
        const [work] = await store.claim(query({ room: { openTicket: 1 }, now: n, leaseUntil: n + minute }))
        if (work?.kind !== 'order') throw new Error('nothing claimed')
        counted.push(work.failures)
        await store.release(work, { retryAt: 0, errorCode: 'DOWN', failed })
      }
      expect(counted).toEqual([1, 2, 2, 3])
    },
  },
  {
    name: 'counts an attempt that nobody lived to release',
    async run(store) {
      await storeTwoOrders(store)
      await store.claim(query())
      const [again] = await store.claim(query({ worker: 'w2', now: 1_000 + minute, leaseUntil: 9 * minute }))
      expect(again).toMatchObject({ attempt: 2, failures: 2 })
    },
  },
  {
    name: 'leaves a parked order alone, says so, and gives a revived one out at once, its failures forgotten',
    async run(store) {
      const parked = { code: 'DOWN', attempts: 1, at }
      const one = order('life-1/0/1')
      const [opening, parking, reviving] = await changesTo(
        { orders: [one] },
        { orders: [{ ...one, parked }] },
        { orders: [one] },
      )
      if (!opening || !parking || !reviving) throw new Error('no change')
      await store.commit([opening])
      const [work] = await store.claim(query())
      if (!work) throw new Error('nothing claimed')
      await store.commit([parking])
      await store.release(work, { retryAt: 5_000, errorCode: 'DOWN', failed: true })
      const late = 9 * minute
      expect(await store.claim(query({ now: late }))).toEqual([])
      expect(await store.next(late, everywhere)).toEqual({ claimableAt: null, due: null })
      expect(await store.waiting()).toMatchObject([{ attempts: 1, lastErrorCode: 'DOWN', parked: true }])
      await store.commit([reviving])
      expect(await store.next(1_000, everywhere)).toEqual({ claimableAt: 0, due: null })
      expect(await store.claim(query())).toMatchObject([{ orderId: 'life-1/0/1', attempt: 2, failures: 1 }])
      expect(await store.waiting()).toMatchObject([{ lastErrorCode: 'DOWN', parked: false }])
    },
  },
  {
    name: 'gives of each kind so much as there is room for, and first what is urgent',
    async run(store) {
      const kinds = ['openTicket', 'openTicket', 'openTicket', 'revokeKeys', 'disableAcceptance'] as const
      const orders = kinds.map((kind, n) => orderOf(kind, `life-1/0/${n}`))
      const deadlines = [deadline('verifyDue', '2026-03-02T09:30:00+08:00')]
      await store.commit([await changeTo({ orders, deadlines })])
      const all = Object.fromEntries(lanes.map((lane) => [lane, 2]))
      expect(names(await store.claim(query({ room: all })))).toEqual([
        'life-1/0/4',
        'life-1/0/3',
        'verifyDue',
        'life-1/0/0',
        'life-1/0/1',
      ])
      expect(names(await store.claim(query({ room: { openTicket: 1, notify: 9 } })))).toEqual(['life-1/0/2'])
    },
  },
  {
    name: 'says when there is something next of the lanes that have room, and only of those',
    async run(store) {
      const orders = [order('life-1/0/1'), orderOf('revokeKeys', 'life-1/0/2')]
      const deadlines = [deadline('verifyDue', '2026-03-02T09:30:00+08:00')]
      await store.commit([await changeTo({ orders, deadlines })])
      await store.claim(query({ room: { openTicket: 1 } }))
      const nothing = { claimableAt: null, due: null }
      expect(await store.next(1_000, {})).toEqual(nothing)
      expect(await store.next(1_000, { notify: 4, timers: 0 })).toEqual(nothing)
      expect(await store.next(1_000, { openTicket: 1 })).toEqual({ ...nothing, claimableAt: 1_000 + minute })
      expect(await store.next(1_000, { openTicket: 1, revokeKeys: 1 })).toEqual({
        ...nothing,
        claimableAt: 0,
      })
      expect(await store.next(1_000, { timers: 1 })).toEqual({
        ...nothing,
        due: '2026-03-02T09:30:00+08:00',
      })
    },
  },
]
