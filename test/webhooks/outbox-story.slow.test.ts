import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { playStory, scripts } from './outbox-story.ts'

describe('a hundred lives that are told to receivers who drop, delay, repeat and refuse', () => {
  it('arrive whole, at each who may read them', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        await playStory(script)
      }),
      { numRuns: 100 },
    )
  })
})
