import { beforeAll, describe, expect, it } from 'vitest'
import type { Found } from './search.ts'
import { exploreSmall, small } from './small.ts'

describe('the small run', { timeout: 600_000 }, () => {
  let found: readonly Found[]
  beforeAll(() => {
    found = exploreSmall()
  })

  it('finds no fault in any state', () => {
    expect(found.flatMap(({ world, faults }) => faults.map((fault) => ({ world, ...fault })))).toEqual([])
  })

  it('finds the same states each time; a change of the machine changes these counts, and is to be looked at', () => {
    const counts = found.map(({ world, expanded, states, transitions }) => [
      world,
      expanded,
      states,
      transitions,
    ])
    expect(counts).toEqual(small)
  })

  it('checked in earnest', () => {
    const sum = (count: (one: Found) => number) => found.reduce((all, one) => all + count(one), 0)
    expect(sum(({ sameness }) => sameness)).toBeGreaterThan(100)
    expect(sum(({ eitherOrder }) => eitherOrder)).toBeGreaterThan(100)
    expect(sum(({ views }) => views)).toBeGreaterThan(100)
    expect(sum(({ waysOut }) => waysOut)).toBeGreaterThan(10)
    expect(found.filter(({ wayOut }) => wayOut === 'graph').map(({ world }) => world)).not.toEqual([])
  })
})
