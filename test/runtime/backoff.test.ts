import { describe, expect, it } from 'vitest'
import { defaultRetry, retryDelay } from '../../src/runtime/backoff.ts'

const delay = (attempt: number, wish = 0, random = 1) => retryDelay(defaultRetry, attempt, wish, random)

describe('the pause before the next attempt', () => {
  it('doubles its bound from 100 ms to 20 s and lies anywhere below it', () => {
    expect([1, 2, 3, 8, 9, 500].map((attempt) => delay(attempt))).toEqual([
      100, 200, 400, 12_800, 20_000, 20_000,
    ])
    expect(delay(9, 0, 0)).toBe(0)
    expect(delay(9, 0, 0.5)).toBe(10_000)
  })

  it('is never shorter than what the other side asked for', () => {
    expect(delay(1, 30_000, 0)).toBe(30_000)
    expect(delay(1, 30_000, 1)).toBe(30_100)
  })
})
