import { describe, expect, it } from 'vitest'
import { addYears, prcCalendar } from '../../src/domain/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { openPlay } from '../support/play.ts'

describe('a clock of years', () => {
  it.each([
    ['2026-05-25T01:49:00.000Z', 10, '2036-05-25T01:49:00.000Z'],
    // 31 December 2026, eight in the morning, in China
    ['2026-12-31T00:00:00.000Z', 1, '2027-12-31T00:00:00.000Z'],
    // 1 January 2027 there, still 2026 in Greenwich
    ['2026-12-31T17:00:00.000Z', 1, '2027-12-31T17:00:00.000Z'],
    // 29 February there: the 28th in a year without one
    ['2028-02-28T16:30:00.000Z', 1, '2029-02-27T16:30:00.000Z'],
    ['2028-02-28T16:30:00.000Z', 4, '2032-02-28T16:30:00.000Z'],
  ])('from %s in %i years ends at %s', (from, years, due) => {
    expect(addYears(prcCalendar, from, years)).toBe(due)
  })

  it('keeps the record of a closed terminal ten years to the day, whatever leap years lie between', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const { closing, deadlines } = await world.context()
    const closedAt = closing?.closedAt ?? ''
    expect(deadlines.retention?.due).toBe(closedAt.replace(/^2026/, '2036'))
  })
})
