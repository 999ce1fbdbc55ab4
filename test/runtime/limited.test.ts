import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { limited } from '../../src/runtime/limited.ts'
import { manualEnvironment } from './manual-environment.ts'

describe('A span of time', () => {
  it('leaves nothing behind with a signal that lives as long as the process, nor with the clock', async () => {
    const [environment, { signal }] = [manualEnvironment(), new AbortController()]
    for (let n = 0; n < 3; n += 1) limited(environment, 1_000, signal).end()
    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(environment.sleepers.size).toBe(0)
  })

  it('is over where somebody stopped it before it began', async () => {
    const span = limited(manualEnvironment(), 1_000, AbortSignal.abort())
    expect(span.signal.aborted).toBe(true)
    expect(await span.reached).toBeNull()
  })
})
