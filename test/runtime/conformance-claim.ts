import { expect } from 'vitest'
import { everywhere, minute, names, query, storeTwoOrders, ticketsAndTimers } from './claiming.ts'
import { changesTo, changeTo, deadline, order } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

export const claimCases: readonly StoreCase[] = [
  {
    name: 'offers an order from the commit that gave it to the commit that ends it',
    async run(store) {
      const ending = await storeTwoOrders(store)
      expect(await store.waiting('life-1')).toEqual([
        {
          lifecycleId: 'life-1',
          orderId: 'life-1/0/1',
          kind: 'openTicket',
          attempts: 0,
          lastErrorCode: null,
          parked: false,
        },
        {
          lifecycleId: 'life-1',
          orderId: 'life-1/0/2',
          kind: 'openTicket',
          attempts: 0,
          lastErrorCode: null,
          parked: false,
        },
      ])
      await store.commit([ending])
      expect(await store.waiting()).toMatchObject([{ orderId: 'life-1/0/2' }])
      expect(names(await store.claim(query()))).toEqual(['life-1/0/2'])
    },
  },
  {
    name: 'gives each piece of work to one of two workers',
    async run(store) {
      await storeTwoOrders(store)
      const claimed = await Promise.all([
        store.claim(query({ worker: 'w1', room: { openTicket: 1 } })),
        store.claim(query({ worker: 'w2', room: { openTicket: 1 } })),
      ])
      expect(names(claimed.flat()).sort()).toEqual(['life-1/0/1', 'life-1/0/2'])
      expect(await store.claim(query({ worker: 'w3' }))).toEqual([])
      expect(claimed[0]).toEqual([
        {
          kind: 'order',
          lifecycleId: 'life-1',
          orderId: 'life-1/0/1',
          orderKind: 'openTicket',
          attempt: 1,
          failures: 1,
          worker: 'w1',
        },
      ])
    },
  },
  {
    name: 'lets another worker take over when the lease has run out, not before',
    async run(store) {
      await storeTwoOrders(store)
      await store.claim(query())
      expect(await store.claim(query({ worker: 'w2', now: 999 + minute }))).toEqual([])
      const taken = await store.claim(
        query({ worker: 'w2', now: 1_000 + minute, leaseUntil: 1_000 + 2 * minute }),
      )
      expect(taken).toMatchObject([
        { orderId: 'life-1/0/1', worker: 'w2', attempt: 2 },
        { orderId: 'life-1/0/2', worker: 'w2', attempt: 2 },
      ])
    },
  },
  {
    name: 'takes no release from a worker that has lost its lease',
    async run(store) {
      await storeTwoOrders(store)
      const [lost] = await store.claim(query({ room: { openTicket: 1 } }))
      await store.claim(query({ worker: 'w2', now: 1_000 + minute, leaseUntil: 1_000 + 2 * minute }))
      if (!lost) throw new Error('nothing claimed')
      await store.release(lost, { retryAt: 0, errorCode: 'LATE', failed: true })
      expect(await store.claim(query({ worker: 'w3', now: 2_000 + minute }))).toEqual([])
      expect(await store.waiting()).toMatchObject([{ lastErrorCode: null }, { lastErrorCode: null }])
    },
  },
  {
    name: 'takes no release of an earlier attempt from the worker that holds the work anew',
    async run(store) {
      const deadlines = [deadline('verifyDue', '2026-03-02T09:00:00+08:00')]
      await store.commit([await changeTo({ orders: [order('life-1/0/1')], deadlines })])
      const early = await store.claim(query())
      const anew = { now: 1_000 + minute, leaseUntil: 1_000 + 2 * minute }
      expect(names(await store.claim(query(anew)))).toEqual(['verifyDue', 'life-1/0/1'])
      for (const work of early) await store.release(work, { retryAt: 0, errorCode: 'LATE', failed: true })
      expect(await store.claim(query({ worker: 'w2', now: 2_000 + minute }))).toEqual([])
      expect(await store.waiting()).toMatchObject([{ attempts: 2, lastErrorCode: null }])
    },
  },
  {
    name: 'counts attempts and remembers why the last one failed',
    async run(store) {
      await storeTwoOrders(store)
      for (const attempt of [1, 2, 3]) {
        const [work] = await store.claim(
          query({ room: { openTicket: 1 }, now: attempt * 1_000, leaseUntil: attempt * 1_000 + minute }),
        )
        if (!work) throw new Error('nothing claimed')
        expect(work).toMatchObject({ attempt })
        await store.release(work, { retryAt: 0, errorCode: `FAILED_${attempt}`, failed: true })
      }
      expect(await store.waiting()).toMatchObject([
        { attempts: 3, lastErrorCode: 'FAILED_3' },
        { attempts: 0 },
      ])
    },
  },
  {
    name: 'offers released work again when its time has come',
    async run(store) {
      await storeTwoOrders(store)
      const [first] = await store.claim(query({ room: { openTicket: 1 } }))
      if (!first) throw new Error('nothing claimed')
      await store.release(first, { retryAt: 5_000, errorCode: 'DOWN', failed: true })
      expect(names(await store.claim(query({ now: 4_999 })))).toEqual(['life-1/0/2'])
      expect(await store.next(4_999, everywhere)).toEqual({ claimableAt: 5_000, due: null })
      expect(names(await store.claim(query({ now: 5_000 })))).toEqual(['life-1/0/1'])
    },
  },
  {
    name: 'keeps attempts and leases of orders that a later commit leaves alone',
    async run(store) {
      const ending = await storeTwoOrders(store)
      await store.claim(query())
      await store.commit([ending])
      expect(await store.waiting()).toMatchObject([{ orderId: 'life-1/0/2', attempts: 1 }])
      expect(await store.claim(query({ worker: 'w2' }))).toEqual([])
    },
  },
  {
    name: 'takes a release of work that has ended',
    async run(store) {
      const ending = await storeTwoOrders(store)
      const [work] = await store.claim(query({ room: { openTicket: 1 } }))
      if (!work) throw new Error('nothing claimed')
      await store.commit([ending])
      await store.release(work, { retryAt: 0, errorCode: 'LATE', failed: true })
      expect(await store.waiting()).toMatchObject([{ orderId: 'life-1/0/2' }])
    },
  },
  {
    name: 'takes a release of the last work that a life had, and of one that has none',
    async run(store) {
      const due = deadline('verifyDue', '2026-03-02T09:00:00+08:00')
      const [opening, ending] = await changesTo(
        { orders: [order('life-1/0/1')], deadlines: [due] },
        { orders: [order('life-1/0/1', 'confirmed')], deadlines: [{ ...due, status: 'cancelled' }] },
      )
      if (!opening || !ending) throw new Error('no change')
      await store.commit([opening])
      const claimed = await store.claim(query())
      expect(names(claimed)).toEqual(['verifyDue', 'life-1/0/1'])
      await store.commit([ending])
      for (const work of claimed)
        for (const lifecycleId of ['life-1', 'life-9'])
          await store.release({ ...work, lifecycleId }, { retryAt: 0, errorCode: 'LATE', failed: true })
      expect(await store.waiting()).toEqual([])
      expect(await store.claim(query({ now: 1_000 + minute }))).toEqual([])
    },
  },
  {
    name: 'keeps attempts and leases of deadlines that a later commit leaves alone',
    async run(store) {
      const deadlines = [deadline('verifyDue', '2026-03-02T09:00:00+08:00')]
      const [opening, next] = await changesTo({ deadlines }, { deadlines })
      if (!opening || !next) throw new Error('no change')
      await store.commit([opening])
      expect(await store.claim(query())).toMatchObject([{ deadlineId: 'verifyDue', attempt: 1 }])
      await store.commit([next])
      expect(await store.claim(query({ worker: 'w2' }))).toEqual([])
      const later = { now: 1_000 + minute, leaseUntil: 1_000 + 2 * minute }
      expect(await store.claim(query({ worker: 'w2', ...later }))).toMatchObject([{ attempt: 2 }])
    },
  },
  {
    name: 'offers a deadline once it is due, whatever its offset',
    async run(store) {
      const deadlines = [
        deadline('verifyDue', '2026-03-02T02:00:00Z'),
        deadline('payoutDue', '2026-03-02T02:00:00.001Z'),
      ]
      await store.commit([await changeTo({ deadlines })])
      expect(await store.claim(query({ at: '2026-03-02T09:59:59.999+08:00' }))).toEqual([])
      expect(await store.next(0, everywhere)).toEqual({ claimableAt: null, due: '2026-03-02T02:00:00Z' })
      const claimed = await store.claim(query())
      expect(claimed).toEqual([
        {
          kind: 'timer',
          lifecycleId: 'life-1',
          deadlineId: 'verifyDue',
          due: '2026-03-02T02:00:00Z',
          attempt: 1,
          worker: 'w1',
        },
      ])
      expect(await store.next(1_000, everywhere)).toEqual({
        claimableAt: 1_000 + minute,
        due: '2026-03-02T02:00:00.001Z',
      })
      expect(await store.claim(query({ worker: 'w2' }))).toEqual([])
    },
  },
  {
    name: 'follows deadlines that are paused, moved, resumed and cancelled',
    async run(store) {
      const due = '2026-03-02T09:00:00+08:00'
      const moved = '2026-03-02T09:30:00+08:00'
      const changes = await changesTo(
        { deadlines: [deadline('verifyDue', due)] },
        { deadlines: [deadline('verifyDue', due, 'paused')] },
        { deadlines: [deadline('verifyDue', moved)] },
        { deadlines: [deadline('verifyDue', moved, 'cancelled')] },
      )
      const timers = []
      for (const change of changes) {
        await store.commit([change])
        timers.push((await store.timers('life-1')).map((timer) => timer.due))
        await store.claim(query({ worker: `w${timers.length}` }))
      }
      expect(timers).toEqual([[due], [], [moved], []])
    },
  },
  {
    name: 'offers a deadline again that was moved while a worker held it',
    async run(store) {
      const moved = '2026-03-02T09:30:00+08:00'
      const [opening, moving] = await changesTo(
        { deadlines: [deadline('verifyDue', '2026-03-02T09:00:00+08:00')] },
        { deadlines: [deadline('verifyDue', moved)] },
      )
      if (!opening || !moving) throw new Error('no change')
      await store.commit([opening])
      const [old] = await store.claim(query())
      await store.commit([moving])
      if (!old) throw new Error('nothing claimed')
      await store.release(old, { retryAt: 9_000_000, errorCode: 'LATE', failed: true })
      expect(await store.claim(query({ worker: 'w2' }))).toMatchObject([{ due: moved, attempt: 1 }])
    },
  },
  {
    name: 'serves due timers the earliest first, and no more of a lane than asked for',
    async run(store) {
      const deadlines = [
        deadline('verifyDue', '2026-03-02T09:30:00+08:00'),
        deadline('payoutDue', '2026-03-02T09:00:00+08:00'),
      ]
      await store.commit([await changeTo({ orders: [order('life-1/0/1')], deadlines })])
      await store.commit([await changeTo({ lifecycleId: 'life-2', orders: [order('life-2/0/1')] })])
      expect(names(await store.claim(query({ room: { timers: 1 } })))).toEqual(['payoutDue'])
      expect(names(await store.claim(query({ room: ticketsAndTimers(1) })))).toEqual([
        'verifyDue',
        'life-1/0/1',
      ])
      expect(names(await store.claim(query({ room: {} })))).toEqual([])
      expect(names(await store.claim(query({ room: ticketsAndTimers(0) })))).toEqual([])
      expect(names(await store.claim(query()))).toEqual(['life-2/0/1'])
    },
  },
  {
    name: 'gives the one order that is asked for, whoever holds it and however long it was put off',
    async run(store) {
      const orders = [order('life-1/0/1'), order('life-1/0/2')]
      const due = deadline('verifyDue', '2026-03-02T09:00:00+08:00')
      await store.commit([await changeTo({ orders, deadlines: [due] })])
      const own = { orderId: 'life-1/0/2', room: ticketsAndTimers(9) }
      const [first] = await store.claim(query({ ...own, worker: 'w1' }))
      expect(first).toMatchObject({ orderId: 'life-1/0/2', worker: 'w1', attempt: 1, failures: 1 })
      const [second] = await store.claim(query({ ...own, worker: 'w2' }))
      expect(second).toMatchObject({ orderId: 'life-1/0/2', worker: 'w2', attempt: 2, failures: 2 })
      if (!second) throw new Error('nothing claimed')
      await store.release(second, { retryAt: 9_000_000, errorCode: 'DOWN', failed: true })
      expect(names(await store.claim(query({ ...own, worker: 'w3' })))).toEqual(['life-1/0/2'])
      expect(await store.claim(query({ ...own, room: ticketsAndTimers(0) }))).toEqual([])
      expect(await store.claim(query({ ...own, orderId: 'life-1/0/9' }))).toEqual([])
      // the others were left alone
      expect(names(await store.claim(query()))).toEqual(['verifyDue', 'life-1/0/1'])
    },
  },
  {
    name: 'has nothing to offer when nothing is stored',
    async run(store) {
      expect(await store.claim(query())).toEqual([])
      expect(await store.next(0, everywhere)).toEqual({ claimableAt: null, due: null })
      expect(await store.waiting()).toEqual([])
    },
  },
]
