import { expect } from 'vitest'
import { recordFormat } from '../../src/machine/index.ts'
import type { Change } from '../../src/runtime/store.ts'
import { isAskedFor } from '../../src/runtime/work-rows.ts'
import { workIn } from './conformance-work.ts'
import { storeLives } from './many-lives.ts'
import { changeTo, deadline, order } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const at = '2026-03-02T10:00:00+08:00'
const before = '2026-03-02T09:00:00+08:00'
const longBefore = '2026-03-01T09:00:00+08:00'

/** As a release before this one wrote it. */
const older = (change: Change): Change => {
  const { answer } = change
  if (!answer.accepted) return change
  const record = { ...answer.record, format: recordFormat - 1 } as unknown as typeof answer.record
  return { ...change, answer: { ...answer, record } }
}

export const healthCases: readonly StoreCase[] = [
  {
    name: 'has nothing to tell of its health while it is empty',
    async run(store) {
      expect(await store.health(at)).toEqual({
        oldestOrder: null,
        due: 0,
        firstDue: null,
        pastDue: 0,
        unmigrated: 0,
      })
    },
  },
  {
    name: 'tells of the order that was given first, with how often it was tried and why it failed',
    async run(store) {
      await store.commit([await changeTo({ lifecycleId: 'life-b', orders: [order('life-b/0/0')] })])
      await store.commit([await changeTo({ lifecycleId: 'life-a', orders: [order('life-a/0/0')] })])
      const [work] = await store.claim({
        ...{ worker: 'w1', now: 0, at, leaseUntil: 1_000 },
        room: { openTicket: 1 },
      })
      if (!work) throw new Error('nothing was claimed')
      await store.release(work, { retryAt: 9_000, errorCode: 'HTTP_503', failed: true })
      expect((await store.health(at)).oldestOrder).toEqual({
        ...{ lifecycleId: 'life-b', orderId: 'life-b/0/0', kind: 'openTicket' },
        ...{ attempts: 1, lastErrorCode: 'HTTP_503', parked: false },
      })
    },
  },
  {
    name: 'counts the deadlines that are due, held by somebody or not, and names the first',
    async run(store) {
      await store.commit([
        await changeTo({ lifecycleId: 'life-a', deadlines: [deadline('verifyDue', before)] }),
        await changeTo({
          lifecycleId: 'life-b',
          deadlines: [deadline('verifyDue', at), deadline('payoutDue', '2026-03-01T01:00:00Z')],
        }),
      ])
      const firstDue = { lifecycleId: 'life-b', deadlineId: 'payoutDue', due: '2026-03-01T01:00:00Z' }
      expect(await store.health(at)).toMatchObject({ due: 3, firstDue })
      expect(await store.health(before)).toMatchObject({ due: 2, firstDue })
      expect(await store.health('2026-03-01T00:59:59Z')).toMatchObject({ due: 0, firstDue: null })
      await store.claim({ worker: 'w1', now: 0, at, leaseUntil: 1_000, room: { timers: 9 } })
      expect(await store.health(at)).toMatchObject({ due: 3, firstDue })
    },
  },
  {
    name: 'counts what is asked of somebody and overdue, not what will be asked later',
    async run(store) {
      const work = workIn(await storeLives(store))
      const counts = new Set<number>()
      for (const instant of new Set(work.flatMap(({ due }) => due ?? []))) {
        const now = Date.parse(instant)
        const asked = { viewer: 'provider', at: now, dueBefore: now + 1, limit: 1 } as const
        const pastDue = work.filter((row) => row.list !== 'later' && isAskedFor(row, asked)).length
        expect(await store.health(instant)).toMatchObject({ pastDue })
        counts.add(pastDue)
      }
      expect(counts.size).toBeGreaterThan(2)
    },
  },
  {
    name: 'counts the lives that are stored in an older format',
    async run(store) {
      const changes = await Promise.all(['a', 'b', 'c'].map((lifecycleId) => changeTo({ lifecycleId })))
      await store.commit(changes.map((change) => (change.lifecycleId === 'b' ? change : older(change))))
      expect(await store.health(at)).toMatchObject({ unmigrated: 2 })
      await store.commit([await changeTo({ lifecycleId: 'a' }, 1, changes[0]?.entry?.hash)])
      expect(await store.health(at)).toMatchObject({ unmigrated: 1 })
    },
  },
  {
    name: 'counts no further than a thousand',
    async run(store) {
      const deadlines = Array.from({ length: 26 }, (_, n) => ({
        ...deadline('verifyDue', before),
        id: `verifyDue:${n}`,
      }))
      const changes = await Promise.all(
        Array.from({ length: 39 }, (_, n) => changeTo({ lifecycleId: `life-${n}`, deadlines })),
      )
      await store.commit(changes)
      expect((await store.health(at)).due).toBe(1_000)
    },
  },
  {
    name: 'names the lives that were told something since an instant, in pages',
    async run(store) {
      const lives = { 'life-d': at, 'life-c': longBefore, 'life-b': before, 'life-a': at }
      const changes = await Promise.all(
        Object.entries(lives).map(([lifecycleId, told]) => changeTo({ lifecycleId, at: told })),
      )
      await store.commit(changes)
      expect(await store.lifecycleIds('', 9, before)).toEqual(['life-a', 'life-b', 'life-d'])
      expect(await store.lifecycleIds('', 2, '2026-03-02T01:00:00Z')).toEqual(['life-a', 'life-b'])
      expect(await store.lifecycleIds('life-b', 2, before)).toEqual(['life-d'])
      expect(await store.lifecycleIds('', 9, '2026-03-02T02:00:00.001Z')).toEqual([])
      const next = await changeTo({ lifecycleId: 'life-c', at }, 1, changes[1]?.entry?.hash)
      await store.commit([next])
      expect(await store.lifecycleIds('', 9, at)).toEqual(['life-a', 'life-c', 'life-d'])
    },
  },
]
