import { describe, expect, it } from 'vitest'
import { retrying } from '../../src/client/retry.ts'
import type { Settings } from '../../src/client/settings.ts'
import type { Ending, Trail } from '../../src/client/trail.ts'

const retry = { attempts: 4, delay: 100, throttledDelay: 1_000, longestWait: 5_000 }

/** How long is waited after an ending, by a chance between 0 and 1 and with so much time left. */
const waited = (last: object, { chance = 0.5, left = 60_000 } = {}) => {
  const settings = {
    ...{ retry, auth: {}, budget: { take: () => true } },
    environment: { random: () => chance },
  } as unknown as Settings
  return retrying({ last: last as Ending } as Trail, settings, () => left, undefined)(1)
}
const busy = (retryAfter: number) => ({ kind: 'answered', status: 503, retryAfter })

describe('a wait before the next attempt', () => {
  it('is never shorter than what was told, and a tenth and the first delay longer at most', async () => {
    expect(await waited(busy(2_000), { chance: 0 })).toBe(2_000)
    expect(await waited(busy(2_000), { chance: 1 })).toBe(2_300)
  })

  it('is not begun where a longer one was told than anybody waits, however much time is left', async () => {
    expect(await waited(busy(5_000), { chance: 0 })).toBe(5_000)
    expect(await waited(busy(5_001), { chance: 0 })).toBeUndefined()
  })

  it('is not begun where the call is given up before it ends', async () => {
    expect(await waited(busy(2_000), { chance: 0, left: 2_001 })).toBe(2_000)
    expect(await waited(busy(2_000), { chance: 0, left: 2_000 })).toBeUndefined()
  })

  it('is that of an answer only where there was one', async () => {
    expect(await waited({ kind: 'lost', status: 429, retryAfter: 2_000 }, { chance: 1 })).toBe(100)
    expect(await waited({ kind: 'answered', status: 429 }, { chance: 1 })).toBe(1_000)
    expect(await waited({ kind: 'answered', status: 503 }, { chance: 1 })).toBe(100)
    expect(await waited({ kind: 'unreached' }, { chance: 1 })).toBe(100)
  })
})

describe('after a refused credential', () => {
  const renewing = (isLate: boolean) => {
    const settings = {
      ...{ retry, budget: { takeForRenewal: () => true } },
      auth: { renew: () => (isLate ? new Promise(() => undefined) : Promise.resolve()) },
      environment: {
        timer: (_: number, call: () => void) => {
          if (isLate) call()
          return () => undefined
        },
      },
    } as unknown as Settings
    const last = { kind: 'answered', status: 401 } as Ending
    return retrying({ last } as Trail, settings, () => 1_000, undefined)(1)
  }

  it('the next attempt comes at once with a new one, and not at all where it took longer than the call may', async () => {
    expect(await renewing(false)).toBe(0)
    expect(await renewing(true)).toBeUndefined()
  })
})
