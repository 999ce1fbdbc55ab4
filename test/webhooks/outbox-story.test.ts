import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { playStory, scripts } from './outbox-story.ts'

describe('a life that is told to receivers who drop, delay, repeat and refuse', () => {
  it('arrives whole, at each who may read it, whatever chance does', async () => {
    let [most, runs] = [0, 0]
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const { attempts } = await playStory(script)
        most = Math.max(most, attempts)
        runs += 1
      }),
      { numRuns: 3, seed: 20_260_302 },
    )
    expect(runs).toBe(3)
    expect(most).toBeGreaterThan(10)
  })
})
