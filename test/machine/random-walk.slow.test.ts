import { beforeAll, describe, expect, it } from 'vitest'
import { beginnings, walk } from './lives.ts'

const seeds = Array.from({ length: 30 }, (_, index) => 2_026_000 + index)
const stepsEach = 10_000

describe('three hundred thousand steps by chance', () => {
  let lives: Awaited<ReturnType<typeof beginnings>>
  const total = { steps: 0, accepted: 0, repeats: 0, closings: 0, milliseconds: 0 }
  beforeAll(async () => {
    lives = await beginnings()
  })

  it.each(seeds)(
    'seed %i: money adds up to the unit, nothing throws, no life is stuck [I16]',
    {
      timeout: 600_000,
    },
    (seed) => {
      const from = performance.now()
      const { faults, ...counts } = walk(lives, seed, stepsEach)
      for (const name of ['steps', 'accepted', 'repeats', 'closings'] as const) total[name] += counts[name]
      total.milliseconds += performance.now() - from
      expect([...new Set(faults)]).toEqual([])
    },
  )

  it('were that many', () => {
    const { steps, accepted, repeats, closings, milliseconds } = total
    console.log(
      `seeds ${seeds[0]} to ${seeds.at(-1)}: ${steps} steps, ${accepted} accepted, ${repeats} told again, ${closings} closed alone, ${Math.round((steps * 1000) / milliseconds)} steps a second`,
    )
    expect(steps).toBe(seeds.length * stepsEach)
    for (const share of [accepted / steps, repeats / steps]) expect(share).toBeGreaterThan(0.01)
    expect(closings).toBeGreaterThan(500)
  })
})
