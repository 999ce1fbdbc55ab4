import { longestSpan, readNumbers } from '../errors/index.ts'

/** How long to wait before an order is tried again. */
export interface RetryPolicy {
  /** Bound of the first pause, in milliseconds; it doubles with every attempt. */
  baseMs: number
  /** No pause is longer, unless the other side asked for it. */
  capMs: number
}

export const defaultRetry: RetryPolicy = { baseMs: 100, capMs: 20_000 }

const span = { least: 0, most: longestSpan } as const

/** @throws InvalidInputError for what is no time. */
export const readRetry = (given: Partial<RetryPolicy> | undefined): RetryPolicy =>
  readNumbers(
    given,
    { baseMs: { usual: defaultRetry.baseMs, ...span }, capMs: { usual: defaultRetry.capMs, ...span } },
    '/retry',
  )

/**
 * Milliseconds until the next attempt: anything up to the bound (full jitter), so that many orders that failed together do
 * not come back together; on top of what the other side asked for.
 *
 * @param attempt 1 for the first that failed.
 * @param wish milliseconds that the other side asked for.
 * @param random from 0 up to, not including, 1.
 */
export const retryDelay = (policy: RetryPolicy, attempt: number, wish: number, random: number): number =>
  Math.round(wish + random * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)))
