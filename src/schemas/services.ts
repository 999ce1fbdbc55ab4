import type { LifecycleEvent } from './events/lifecycle-event.ts'
import type { OrderKind, OrderParams } from './orders.ts'

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

/**
 * Carries out what the machine orders. The events returned are told to the record by role `system`; when none of them ends
 * the order, it counts as confirmed. A thrown `RefusedError` becomes `order.failed`; anything else is tried again with the
 * same key.
 */
export type Services = {
  readonly [K in OrderKind]: (params: OrderParams[K], call: Call) => Promise<readonly LifecycleEvent[]>
}
