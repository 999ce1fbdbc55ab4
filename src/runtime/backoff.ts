/** How long to wait before an order is tried again. */
export interface RetryPolicy {
  /** Bound of the first pause, in milliseconds; it doubles with every attempt. */
  baseMs: number
  /** No pause is longer, unless the other side asked for it. */
  capMs: number
}

export const defaultRetry: RetryPolicy = { baseMs: 100, capMs: 20_000 }

/** What another side may ask for at most: a day, so that a nonsensical answer puts nothing off for years. */
const longestWish = 86_400_000

const isWish = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0

/** What the other side asked for: `retryAfterMs` of the error, if it makes sense. */
const wishOf = (error: unknown): number => {
  const wish = typeof error === 'object' && error !== null && 'retryAfterMs' in error ? error.retryAfterMs : 0
  return isWish(wish) ? Math.min(wish, longestWish) : 0
}

/**
 * Milliseconds until the next attempt: anything up to the bound (full jitter), so that many orders that failed together do
 * not come back together; on top of what the other side asked for.
 *
 * @param attempt 1 for the first that failed.
 * @param random from 0 up to, not including, 1.
 */
export const retryDelay = (policy: RetryPolicy, attempt: number, error: unknown, random: number): number =>
  Math.round(wishOf(error) + random * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)))
