import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import type { Selection } from '../../src/runtime/sqlite/conditions.ts'
import { foundIds, selectionsToFind } from '../../src/runtime/sqlite/find.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { foundWork, selectionsFor } from '../../src/runtime/sqlite/work.ts'
import { diceOf } from '../support/dice.ts'
import { findQuestion } from './conformance-find.ts'
import { workQuestion } from './conformance-work.ts'
import { storeLives } from './many-lives.ts'

const database = new DatabaseSync(':memory:')
const model = memoryStore()
let lives: readonly LifecycleRecord[] = []
beforeAll(async () => {
  lives = await storeLives(model)
  await storeLives(storeOver(database))
})

const ask = async ({ text, values }: Selection) => database.prepare(text).all(values)

describe('a look for lives', () => {
  it.each([
    ['many', 0, 1],
    ['many', 0, 7],
    ['some', 3, 2],
    ['some', 30, 1_000],
  ])('finds the same where %s are few (%i), in slices of %i', async (_, few, slice) => {
    const dice = diceOf(few + slice)
    let hits = 0
    for (let times = 0; times < 120; times += 1) {
      const [query, within] = findQuestion(lives, dice)
      const { after = '', limit = 100 } = query
      const wanted = (await model.find(query, undefined, within)).map(({ lifecycleId }) => lifecycleId)
      const selections = selectionsToFind(database, query, within, few)
      const got = await foundIds(selections, after, limit, ask, slice)
      expect({ query, within, got }).toEqual({ query, within, got: wanted })
      if (wanted.length > 0) hits += 1
    }
    expect(hits).toBeGreaterThan(20)
  })

  it('finds nothing of one acquirer within the scope of another, and looks at nothing for it', () => {
    expect(selectionsToFind(database, { acquirerId: 'acq-2' }, { acquirerId: 'acq-1' })).toEqual([])
  })
})

describe('a look for work', () => {
  it.each([1, 3, 50])('finds the same in slices of %i', async (slice) => {
    const dice = diceOf(slice)
    let hits = 0
    for (let times = 0; times < 120; times += 1) {
      const [query, within] = workQuestion(lives, dice)
      const wanted = await model.work(query, within)
      const got = await foundWork(selectionsFor(database, query, within), query.limit, ask, slice)
      expect({ query, within, got }).toEqual({ query, within, got: wanted })
      if (wanted.length > 0) hits += 1
    }
    expect(hits).toBeGreaterThan(20)
  })
})
