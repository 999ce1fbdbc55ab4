import { beforeAll, describe, expect, it } from 'vitest'
import { profileOf } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { breaks } from './play/breaks.ts'
import { type Start, startsOf } from './play/starts.ts'
import { emptyTally, numbersFrom, playAll } from './play/tally.ts'
import { judged, rare } from './play/told-enough.ts'

const inAll = 100_000
const each = 5_000

describe('a hundred thousand cases, played on the machine and on the model', () => {
  let starts: readonly Start[]
  const total = emptyTally()
  beforeAll(async () => {
    starts = (await startsOf()).starts
  })

  it.each(numbersFrom(0, inAll / each).map((chunk) => chunk * each))('from case %i on', (from) => {
    playAll(total, starts, numbersFrom(from, each))
    expect(total.faults.map(({ story }) => story)).toEqual([])
  })

  it('met each event of money and custody a hundred times both ways', () => {
    expect(total.cases).toBe(inAll)
    expect(rare(total, 100)).toEqual([])
    expect(judged.every((type) => profileOf(type as LifecycleEvent['type']))).toBe(true)
  })

  it.each(Object.entries(breaks))('finds it: %s', (_, step) => {
    const tally = emptyTally()
    for (let from = 0; tally.faults.length === 0 && from < 20_000; from += 50)
      playAll(tally, starts, numbersFrom(from, 50), step)
    expect(tally.faults.length).toBeGreaterThan(0)
  })
})
