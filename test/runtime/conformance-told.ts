import { expect } from 'vitest'
import type { Change, Store, ToldReport } from '../../src/runtime/store.ts'
import { changesTo, changeTo, refusedChange } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const report = (digit: string, content = 2 ** 53 - 1, counted = true): ToldReport => ({
  key: digit.repeat(32),
  content,
  counted,
})
const telling = (change: Change | undefined, told: ToldReport): Change => {
  if (!change) throw new Error('no change')
  return { ...change, told }
}
/** Stored up to its last part, where it turns out that it cannot be. */
const unstorable = (change: Change): Change => ({
  ...change,
  answer: { ...change.answer, deadlines: [{ id: 1n }] } as unknown as Change['answer'],
})
const known = async (store: Store, ...digits: readonly string[]) =>
  Promise.all(digits.map((digit) => store.told('life-1', digit.repeat(32))))

export const toldCases: readonly StoreCase[] = [
  {
    name: 'knows a report from the commit of its entry on, and no other',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      expect(await known(store, 'a')).toEqual([undefined])
      await store.commit([telling(first, report('a')), telling(second, report('b', 0, false))])
      expect(await known(store, 'a', 'b', 'c')).toEqual([report('a'), report('b', 0, false), undefined])
    },
  },
  {
    name: 'knows of a report what was told under its key last',
    async run(store) {
      const [first, second, third] = await changesTo({}, {}, {})
      await store.commit([telling(first, report('a', 1))])
      await store.commit([telling(second, report('a', 2, false)), telling(third, report('b', 3))])
      expect(await known(store, 'a', 'b')).toEqual([report('a', 2, false), report('b', 3)])
    },
  },
  {
    name: 'knows nothing of a report whose entry was not stored',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      await store.commit([telling(first, report('a', 1))])
      const late = { ...telling(await changeTo({}), report('a', 2)), commandId: 'late' }
      const repeated = { ...telling(second, report('b')), commandId: 'command-0' }
      const refused = telling(refusedChange('life-1', 'refused'), report('c'))
      expect(await store.commit([late, refused, repeated])).toEqual(['conflict', 'committed', 'duplicate'])
      expect(await known(store, 'a', 'b', 'c')).toEqual([report('a', 1), undefined, undefined])
    },
  },
  {
    name: 'takes reports back with the batch that could not be stored',
    async run(store) {
      const [first, second] = await changesTo({}, {})
      await store.commit([telling(first, report('a', 1))])
      const bad = unstorable(telling(await changeTo({ lifecycleId: 'life-2' }), report('b')))
      await expect(store.commit([telling(second, report('a', 2)), bad])).rejects.toThrow()
      expect(await known(store, 'a', 'b')).toEqual([report('a', 1), undefined])
      expect(await store.commit([telling(second, report('a', 3))])).toEqual(['committed'])
      expect(await known(store, 'a')).toEqual([report('a', 3)])
    },
  },
  {
    name: 'gives reports out as copies',
    async run(store) {
      const told = report('a')
      await store.commit([telling(await changeTo({}), told)])
      told.content = 1
      const [first] = await known(store, 'a')
      Object.assign(first ?? {}, { content: 2 })
      expect(await known(store, 'a')).toEqual([report('a')])
    },
  },
]
