import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { breaks } from './breaks/breaks.ts'
import { type Played, simulated } from './run-child.ts'

// A seed takes a third of a second, most of it the library itself: so many are played in eight seconds, and nearly each fault that can
// be built in is found in them. The slow tests play two hundred, `npm run simulate` more.
const seeds = 20

describe('the whole system under one seeded scheduler', () => {
  let played: Played
  beforeAll(async () => {
    played = await simulated('--seeds', String(seeds))
  })

  it('keeps every promise in these seeds, whatever goes wrong', () => {
    expect(played.broken).toEqual([])
    expect(played.seeds).toBe(seeds)
    expect(played.commits).toBeGreaterThan(10 * seeds)
  })

  it('meets faults of most kinds in them', () => {
    const met = Object.values(played.faults).filter((count) => count > 0)
    expect(met.length).toBeGreaterThan(25)
  })

  it('takes the same journey in another process, to the byte, wherever among others a seed is played', async () => {
    const { digests } = await simulated('--seed', '3', '--seeds', '2')
    expect(digests).toEqual(played.digests.slice(2, 4))
    expect(new Set(played.digests).size).toBe(seeds)
  })
})

it('every fault that can be built in has its place in the sources', () => {
  const lost = Object.entries(breaks).filter(
    ([, { file, find }]) =>
      !readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8').includes(find),
  )
  expect(lost.map(([name]) => name)).toEqual([])
})
