/** Enough for a handful of hiccups; too little for a storm. */
const full = 500
const price = 14

/**
 * Limits retries of one client when everything fails: each costs 14 of 500 tokens, each success gives one back. When
 * they are spent calls fail at once instead of doubling the load on a system that is down.
 */
export class RetryBudget {
  #tokens = full

  take(): boolean {
    if (this.#tokens < price) return false
    this.#tokens -= price
    return true
  }

  earn(): void {
    this.#tokens = Math.min(full, this.#tokens + 1)
  }
}
