import type { Instant } from '../../domain/index.ts'
import type { LifecycleInput } from '../../machine/index.ts'
import type { Order } from '../../schemas/index.ts'
import type { CallOutcome } from '../call-service.ts'
import type { OpeningOptions } from '../opening.ts'
import type { Dispatch } from '../runtime.ts'
import type { OrderWork } from '../store.ts'

/** To `open`. */
export interface OpenMessage {
  input: LifecycleInput
  options?: OpeningOptions | undefined
}

/** To `dispatch`; the life is the key. */
export type DispatchMessage = Omit<Dispatch, 'lifecycleId'>

/** To `settle`. */
export interface SettleMessage {
  /** Call everything back and send it anew: after an invocation was killed by hand, or a back-up was restored. */
  anew?: boolean | undefined
}

/** To `begin`. */
export interface BeginMessage {
  orderId: string
  token: string
}

/** To `call`: an order that was claimed and, where that is needed, announced. */
export interface CallMessage {
  work: OrderWork
  order: Order
}

/** To `conclude`: what came of the call. */
export interface ConcludeMessage extends CallMessage {
  outcome: CallOutcome
  waitMs: number
}

/** To `fire`. */
export interface FireMessage {
  deadlineId: string
  due: Instant
  token: string
}
