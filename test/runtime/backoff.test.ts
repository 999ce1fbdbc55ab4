import { describe, expect, it } from 'vitest'
import { defaultRetry, retryDelay } from '../../src/runtime/backoff.ts'

const delay = (attempt: number, error?: unknown, random = 1) =>
  retryDelay(defaultRetry, attempt, error, random)

describe('the pause before the next attempt', () => {
  it('doubles its bound from 100 ms to 20 s and lies anywhere below it', () => {
    expect([1, 2, 3, 8, 9, 500].map((attempt) => delay(attempt))).toEqual([
      100, 200, 400, 12_800, 20_000, 20_000,
    ])
    expect(delay(9, undefined, 0)).toBe(0)
    expect(delay(9, undefined, 0.5)).toBe(10_000)
  })

  it('is never shorter than what the other side asked for', () => {
    expect(delay(1, { retryAfterMs: 30_000 }, 0)).toBe(30_000)
    expect(delay(1, { retryAfterMs: 30_000 }, 1)).toBe(30_100)
  })

  it('waits a day at most when the other side asks for years', () => {
    expect(delay(1, { retryAfterMs: 10 * 365 * 86_400_000 }, 0)).toBe(86_400_000)
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, '60', null, undefined, {}])(
    'ignores the nonsense %s',
    (retryAfterMs) => {
      expect(delay(1, { retryAfterMs })).toBe(100)
    },
  )

  it('makes nothing of errors that are no objects', () => {
    expect([delay(1, null), delay(1, 'down'), delay(1, undefined)]).toEqual([100, 100, 100])
  })
})
