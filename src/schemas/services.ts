import { type Pending, pending } from '../domain/index.ts'
import type { LifecycleEvent } from './events/lifecycle-event.ts'
import type { OrderKind, OrderParams } from './orders.ts'

export { type Pending, pending }

/** Whose terminal an order is about. */
export interface TerminalIdentity {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** ISO 4217, for amounts in `params`. */
  currency: string
}

/** One attempt to carry out an order. */
export interface Call {
  orderId: string
  /** The order's id; the same for every attempt, stored before the first byte left. */
  idempotencyKey: string
  /** 1 for the first attempt. */
  attempt: number
  identity: TerminalIdentity
  /** ISO 8601: when the order was given. */
  orderedAt: string
  signal: AbortSignal
}

/** What a service says of an order that it has not refused. */
export type ServiceAnswer = readonly LifecycleEvent[] | Pending

/**
 * Carries out what the machine orders, one function for each kind. What it can answer:
 *
 * - events (100 at most): facts, told to the record by role `system`. When none of them ends the order, the other side has accepted it.
 * - an empty list: accepted; what came of it is told later, by a webhook or by somebody. The clock of that result watches.
 * - `pending({ retryAfter })`: accepted and not ended; it is asked again at that time, under the same key, as often as it takes.
 * - a thrown `RefusedError`: no, for good; the order has failed. With `retryable: true`: no for now, tried again later.
 * - anything else thrown: nobody knows what came of it; tried again with the same key, after what `Retry-After` asks for
 *   (`retryAfter`, `retryAfterMs`, `headers` or `response.headers` of the error).
 *
 * An answer that is none of these, or that the record does not take, is told whole to nobody: it is journalled as `answer.refused`, the
 * order stays in flight, and `onFailure` hears of it. What has failed too often is parked until somebody revives it.
 */
export type Services = {
  readonly [K in OrderKind]: (params: OrderParams[K], call: Call) => Promise<ServiceAnswer>
}
