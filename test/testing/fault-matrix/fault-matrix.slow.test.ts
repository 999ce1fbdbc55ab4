import { describe, expect, it } from 'vitest'
import { broken } from './essence.ts'
import { forEver, isOfTheClock, rows } from './rows.ts'
import { hitLessThan, holds, type Name, revive, runRow } from './run.ts'
import { mostDrains } from './stage.ts'

/** What seldom hits, since a row of it says so once or only of writes, is played by more seeds. */
const seldom = /^(request-duplicated|request-delayed|reply-delayed|gzip-bomb)$/
/** Whoever repeats asks first what became of the order: these spoil an answer once, and then it is known. */
const once = /drips|truncated|empty|html|content-type|byte-order|oversize|another/
const seedsOf = (row: string): readonly number[] =>
  Array.from({ length: seldom.test(row) ? 24 : once.test(row) ? 10 : 4 }, (_, index) => index + 1)
const short: readonly Name[] = ['suspend', 'reinstate', 'refund', 'endOfClosure']

describe('the fault matrix', () => {
  it.each(Object.entries(rows))('holds by every seed: %s', async (row, set) => {
    for (const name of short) for (const seed of seedsOf(row)) await holds(name, row, set, seed)
    // People wait for readings that do not come while the clock is wrong: a whole closure is played when it is right.
    if (!isOfTheClock(row)) await holds('closure', row, set, 5)
  })
})

describe('without an end of what goes wrong', () => {
  it.each(Object.entries(forEver))(
    'nothing happens twice, and it goes on afterwards: %s',
    async (row, set) => {
      for (const name of short) {
        const { laws, stage } = await runRow(name, row, set, 1)
        expect({ name, row, laws }).toEqual({ name, row, laws: [] })
        await revive(stage)
        expect(await stage.rest()).toBeLessThanOrEqual(mostDrains)
        expect(await broken(stage)).toEqual([])
      }
    },
  )
})

it('every kind of fault has hit something a hundred times', () => {
  expect(hitLessThan(100)).toEqual([])
})
