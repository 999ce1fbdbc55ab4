/** The other side has accepted an order and not ended it. */
export interface Pending {
  readonly pending: true
  readonly retryAfter?: number | string | Date | undefined
}

/**
 * What a service answers when the other side has taken the order and not ended it: it is asked again, under the same key, at the time
 * that is named. That counts neither as a failed attempt nor against the service. What is only pending for ten days is parked
 * (`order.parked`), so that somebody looks for it.
 *
 * @param options `retryAfter` is what a `Retry-After` header says: seconds, or a date. A day at most; left out or nonsense: soon.
 * @example
 * payOut: async (params, { idempotencyKey }) => {
 *   const { state, paid } = await bank.pay(params, idempotencyKey)
 *   return state === 'queued' ? pending({ retryAfter: 600 }) : [paid]
 * }
 */
export const pending = ({ retryAfter }: Omit<Pending, 'pending'> = {}): Pending => ({
  pending: true,
  ...(retryAfter !== undefined && { retryAfter }),
})

/** Did a service answer that the order was taken and has not ended? */
export const isPending = (answered: unknown): answered is Pending =>
  typeof answered === 'object' && answered !== null && 'pending' in answered && answered.pending === true
