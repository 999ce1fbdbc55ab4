import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { breaks } from './breaks/breaks.ts'
import { type Played, simulated } from './run-child.ts'

// Two hundred lives with an act each, in two processes: a sixth of a second each, most of it the library itself. The slow tests
// play the same seeds with as many acts as they have of their own, `npm run simulate` more of them.
const seeds = 100
const acts = ['--acts', '1']

describe('the whole system under one seeded scheduler', () => {
  let halves: readonly Played[] = []
  beforeAll(async () => {
    const played = (from: number) => simulated(...acts, '--seed', String(from), '--seeds', String(seeds))
    halves = await Promise.all([played(1), played(1 + seeds)])
  })

  it('keeps every promise in two hundred seeds, whatever goes wrong', () => {
    for (const half of halves) {
      expect(half.broken).toEqual([])
      expect(half.seeds).toBe(seeds)
      expect(half.commits).toBeGreaterThan(10 * seeds)
    }
  })

  it('meets faults of nearly every kind in them', () => {
    const met = halves.flatMap(({ faults }) => Object.entries(faults).filter(([, count]) => count > 0))
    expect(new Set(met.map(([name]) => name)).size).toBeGreaterThan(40)
  })

  it('takes the same journey in another process, to the byte, wherever among others a seed is played', async () => {
    const { digests } = await simulated(...acts, '--seed', '3', '--seeds', '2')
    expect(digests).toEqual(halves[0]?.digests.slice(2, 4))
    expect(new Set(halves.flatMap((half) => half.digests)).size).toBe(2 * seeds)
  })
})

it('every fault that can be built in has its place in the sources', () => {
  const lost = Object.entries(breaks).filter(
    ([, { file, find }]) =>
      !readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8').includes(find),
  )
  expect(lost.map(([name]) => name)).toEqual([])
})
