import { expect } from 'vitest'
import { recordFormat } from '../../src/machine/index.ts'
import { briefOf } from '../../src/runtime/brief.ts'
import { answersKeptMs, type Change, type Store } from '../../src/runtime/store.ts'
import { collect } from './collect.ts'
import { changesTo, changeTo, deadline, order, recordWith, refusal, refusedChange } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const later = '2026-03-04T18:00:00+08:00'

/** Nothing of a life is stored: no record, no entry, no answer, no row of work. */
async function expectNothing(store: Store, lifecycleId: string): Promise<void> {
  expect(await store.load(lifecycleId)).toBeUndefined()
  expect(await collect(store.journal(lifecycleId))).toEqual([])
  expect(await store.answered(lifecycleId, 'command-0')).toBeUndefined()
  expect(await store.waiting(lifecycleId)).toEqual([])
  expect(await store.timers(lifecycleId)).toEqual([])
}

const withWork = { orders: [order('life-1/0/1')], deadlines: [deadline('verifyDue', later)] }

/** Stored up to its last part, where it turns out that it cannot be. */
const unstorable = (change: Change): Change => ({
  ...change,
  answer: { ...change.answer, deadlines: [{ id: 1n }] } as unknown as Change['answer'],
})

const hour = 3_600_000

export const atomicityCase: StoreCase = {
  name: 'stores nothing of a batch in which one part fails',
  async run(store) {
    const [good] = await changesTo(withWork)
    const bad = unstorable(await changeTo({ lifecycleId: 'life-2', orders: [order('life-2/0/1')] }))
    const last = await changeTo({ lifecycleId: 'life-3' })
    if (!good) throw new Error('no change')
    await expect(store.commit([good, bad, last])).rejects.toThrow()
    for (const lifecycleId of ['life-1', 'life-2', 'life-3']) await expectNothing(store, lifecycleId)
    expect(await store.commit([good, last])).toEqual(['committed', 'committed'])
  },
}

export const commitCases: readonly StoreCase[] = [
  atomicityCase,
  {
    name: 'gives back what was committed, as a copy',
    async run(store) {
      const change = await changeTo(withWork)
      expect(await store.commit([change])).toEqual(['committed'])
      const stored = await store.load('life-1')
      expect(stored).toEqual({
        record: recordWith(withWork, 0),
        head: change.entry?.hash,
        format: recordFormat,
      })
      Object.assign(stored?.record ?? {}, { version: 99 })
      expect((await store.load('life-1'))?.record.version).toBe(0)
      expect(await store.answered('life-1', 'command-0')).toEqual({
        brief: briefOf(change.answer),
        fingerprint: 'fingerprint of command-0',
      })
      expect(await collect(store.journal('life-1'))).toEqual([change.entry])
    },
  },
  {
    name: 'takes back an update as well as an insertion',
    async run(store) {
      const [first, second] = await changesTo(withWork, { orders: [order('life-1/1/1')] })
      if (!first || !second) throw new Error('no change')
      await store.commit([first])
      await expect(
        store.commit([second, unstorable(await changeTo({ lifecycleId: 'life-2' }))]),
      ).rejects.toThrow()
      expect((await store.load('life-1'))?.record.version).toBe(0)
      expect(await store.waiting('life-1')).toMatchObject([{ orderId: 'life-1/0/1' }])
      expect(await store.timers('life-1')).toEqual([{ deadlineId: 'verifyDue', due: later }])
      expect(await store.commit([second])).toEqual(['committed'])
    },
  },
  {
    name: 'refuses a change from another version than the stored one',
    async run(store) {
      const [first, second, third] = await changesTo({}, {}, {})
      if (!first || !second || !third) throw new Error('no change')
      expect(await store.commit([third])).toEqual(['conflict'])
      expect(await store.commit([first, third, second])).toEqual(['committed', 'conflict', 'committed'])
      const rival = { ...(await changeTo({ merchantId: 'M2' }, 1, first.entry?.hash)), commandId: 'rival' }
      expect(await store.commit([rival])).toEqual(['conflict'])
      expect(await store.answered('life-1', 'rival')).toBeUndefined()
      expect((await store.load('life-1'))?.record).toEqual(recordWith({}, 1))
    },
  },
  {
    name: 'lets one of many writers of the same version win',
    async run(store) {
      const rivals = await Promise.all(
        Array.from({ length: 20 }, async (_, n) => ({ ...(await changeTo({})), commandId: `rival-${n}` })),
      )
      const outcomes = (await Promise.all(rivals.map((rival) => store.commit([rival])))).flat()
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19)
    },
  },
  {
    name: 'keeps the first answer to a command',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      if (!first || !second) throw new Error('no change')
      await store.commit([first])
      const again = { ...second, commandId: 'command-0' }
      expect(await store.commit([again, refusedChange('life-1', 'command-0')])).toEqual([
        'duplicate',
        'duplicate',
      ])
      expect((await store.answered('life-1', 'command-0'))?.brief).toEqual(briefOf(first.answer))
      expect((await store.load('life-1'))?.record.version).toBe(0)
    },
  },
  {
    name: 'knows the commands of different records apart',
    async run(store) {
      await store.commit([await changeTo({}), refusedChange('life-2', 'command-0')])
      expect((await store.answered('life-1', 'command-0'))?.brief).toMatchObject({ accepted: true })
      expect((await store.answered('life-2', 'command-0'))?.brief).toEqual(refusal)
    },
  },
  {
    name: 'keeps a refusal and changes nothing by it',
    async run(store) {
      await store.commit([await changeTo(withWork)])
      expect(await store.commit([refusedChange('life-1', 'refused')])).toEqual(['committed'])
      expect(await store.answered('life-1', 'refused')).toEqual({ brief: refusal, fingerprint: null })
      expect(await collect(store.journal('life-1'))).toHaveLength(1)
      expect(await store.waiting('life-1')).toHaveLength(1)
    },
  },
  {
    name: 'keeps answers for eighty hours, and forgets them a day later at the latest',
    async run(store) {
      const step = 20 * hour
      const changes = await changesTo(...Array.from({ length: 8 }, () => ({})))
      for (const [n, change] of changes.entries()) {
        await store.commit([{ ...change, keptAt: n * step }])
        if (n * step <= answersKeptMs) expect(await store.answered('life-1', 'command-0')).toBeDefined()
      }
      expect(await store.answered('life-1', 'command-0')).toBeUndefined()
      expect(await store.answered('life-1', 'command-3')).toBeDefined()
      expect(await collect(store.journal('life-1'))).toHaveLength(8)
    },
  },
  {
    name: 'forgets no young answer for a clock that jumps for ten years and comes back',
    async run(store) {
      const changes = await changesTo(...Array.from({ length: 60 }, () => ({})))
      // forwards, back and the other way round, for one commit and for twenty, while the time goes on
      const jumps = [0, 10, 0, 0, -10, 0, 10, 10, -10, -10, 0, ...Array.from({ length: 20 }, () => 10), 0]
      for (const [n, change] of changes.entries()) {
        const keptAt = n * hour + (jumps[n] ?? 0) * 365 * 24 * hour
        await store.commit([{ ...change, keptAt }])
        for (const { commandId } of changes.slice(0, n))
          expect(await store.answered('life-1', commandId), `${commandId} after ${n} hours`).toBeDefined()
      }
      const [first] = changes
      expect(first && (await store.commit([{ ...first, keptAt: 61 * hour }]))).toEqual(['duplicate'])
      expect(await collect(store.journal('life-1'))).toHaveLength(60)
    },
  },
  {
    name: 'tells the journal in its order, from any entry on',
    async run(store) {
      const changes = await changesTo(...Array.from({ length: 450 }, () => ({})))
      for (const change of changes) await store.commit([change])
      const all = await collect(store.journal('life-1'))
      expect(all).toEqual(changes.map(({ entry }) => entry))
      expect((await collect(store.journal('life-1', 447))).map(({ seq }) => seq)).toEqual([448, 449])
      expect(await collect(store.journal('life-9'))).toEqual([])
    },
  },
  {
    name: 'keeps no entry that belongs to another record, version or chain',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      if (!first?.entry || !second?.entry) throw new Error('no change')
      await store.commit([first])
      const foreign = [
        { ...second, entry: { ...second.entry, prevHash: 'f'.repeat(64) } },
        { ...second, entry: { ...second.entry, seq: 7 } },
        { ...second, lifecycleId: 'life-2' },
      ]
      for (const change of foreign) {
        await expect(store.commit([change])).rejects.toMatchObject({ failure: 'inconsistent' })
      }
      expect(await store.commit([second])).toEqual(['committed'])
    },
  },
  {
    name: 'gives one outcome for each change, also when there is none',
    async run(store) {
      expect(await store.commit([])).toEqual([])
    },
  },
]
