/** Enough for a handful of hiccups; too little for a storm. */
const full = 500
const price = 14
/** A hundred calls that find their token run out at once are all repeated with the new one. */
const priceOfRenewal = 3

/**
 * Limits retries of one client when everything fails: each costs 14 of 500 tokens, one with renewed credentials 3, and each success
 * gives one back. When they are spent calls fail at once instead of doubling the load on a system that is down.
 */
export class RetryBudget {
  #tokens = full

  #spend(tokens: number): boolean {
    if (this.#tokens < tokens) return false
    this.#tokens -= tokens
    return true
  }

  take(): boolean {
    return this.#spend(price)
  }

  takeForRenewal(): boolean {
    return this.#spend(priceOfRenewal)
  }

  earn(): void {
    this.#tokens = Math.min(full, this.#tokens + 1)
  }
}
