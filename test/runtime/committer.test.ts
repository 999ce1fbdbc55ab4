import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { createCommitter } from '../../src/runtime/committer.ts'
import { createInTurn } from '../../src/runtime/in-turn.ts'
import { type Change, memoryStore, type Store } from '../../src/runtime/index.ts'
import { changeTo } from './records.ts'

const openings = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => changeTo({ lifecycleId: `life-${n}` })))

function counted(store: Store) {
  const batches: number[] = []
  const commit: Store['commit'] = (changes) => {
    batches.push(changes.length)
    return store.commit(changes)
  }
  return { store: { ...store, commit }, batches }
}

describe('the committer', () => {
  it('puts what many callers commit at the same time into few transactions', async () => {
    const { store, batches } = counted(memoryStore())
    const commit = createCommitter(store)
    const outcomes = await Promise.all((await openings(1_000)).map(commit))
    expect(new Set(outcomes)).toEqual(new Set(['committed']))
    expect(batches.length).toBeLessThan(8)
    expect(Math.max(...batches)).toBeLessThanOrEqual(256)
  })

  it('gives each caller its own outcome', async () => {
    const commit = createCommitter(memoryStore())
    const [first, second] = await openings(2)
    if (!first || !second) throw new Error('no change')
    const again = { ...first, commandId: 'other' }
    expect(await Promise.all([first, second, first, again].map(commit))).toEqual([
      'committed',
      'committed',
      'duplicate',
      'conflict',
    ])
  })

  it('lets no change that cannot be stored harm another', async () => {
    const commit = createCommitter(memoryStore())
    const [blocking, good, bad, other] = await openings(4)
    if (!blocking || !good || !bad || !other) throw new Error('no change')
    const unstorable = {
      ...bad,
      answer: { ...bad.answer, deadlines: [{ id: 1n }] } as unknown as Change['answer'],
    }
    const settled = await Promise.allSettled([blocking, good, unstorable, other].map(commit))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await commit(bad)).toBe('committed')
  })

  it.each(['busy', 'full', 'unavailable', 'closed'] as const)(
    'does not try one by one what failed because the store is %s',
    async (failure) => {
      const refusing = { ...memoryStore(), commit: () => Promise.reject(new StoreError(failure)) }
      const { store, batches } = counted(refusing)
      const settled = await Promise.allSettled((await openings(5)).map(createCommitter(store)))
      expect(settled.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
      expect(batches).toEqual([1, 4])
    },
  )
})

describe('tasks in turn', () => {
  it('run one task after another for one key, and side by side for several', async () => {
    const inTurn = createInTurn()
    const seen: string[] = []
    const task = (name: string) => async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} ends`)
    }
    await Promise.all([inTurn('a', task('a1')), inTurn('a', task('a2')), inTurn('b', task('b1'))])
    expect(seen.slice(0, 2)).toEqual(['a1 begins', 'b1 begins'])
    expect(seen.indexOf('a2 begins')).toBe(seen.indexOf('a1 ends') + 1)
  })

  it('go on after a task that failed, and tell its caller', async () => {
    const inTurn = createInTurn()
    const failing = inTurn('a', () => Promise.reject(new Error('no')))
    const next = inTurn('a', async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
