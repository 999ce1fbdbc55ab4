import { describe, expect, it } from 'vitest'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { settled } from './manual-environment.ts'
import { escalation, rig } from './rig.ts'

/** A store far away: whatever is under way when it is asked has ended before it answers. */
function farAway(): Store {
  const store = memoryStore()
  return {
    ...store,
    async claim(query) {
      const claimed = await store.claim(query)
      await settled()
      return claimed
    },
  }
}

describe('drain, over a store that takes its time', () => {
  it('carries out all that waits, though one ends while it asks for the next', async () => {
    const { runtime, tell, calls } = await rig({ store: farAway(), concurrency: 1 })
    for (let n = 0; n < 4; n += 1) await tell(escalation)
    expect(await runtime.drain()).toMatchObject({ carriedOut: 4, waiting: [] })
    expect(calls).toHaveLength(4)
  })
})
