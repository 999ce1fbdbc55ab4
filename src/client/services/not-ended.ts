/** Leaves a service whose order has been accepted and has not ended; what comes out is `pending()`. */
export class NotEnded extends Error {
  /** Seconds before which it cannot have ended; `undefined`: nobody can say. */
  readonly retryAfter: number | undefined

  constructor(retryAfter?: number) {
    super()
    this.retryAfter = retryAfter
  }
}
