import type { Instant, OrderKind } from '../domain/index.ts'
import type { Room } from './room.ts'

/** Which work a worker takes, and for how long nobody else may. */
export interface ClaimQuery {
  worker: string
  /** Wall time in milliseconds: what is leased or put off until later is left alone. */
  now: number
  /** Business time: deadlines due by then. */
  at: Instant
  /** Wall time in milliseconds at which another worker may take over. */
  leaseUntil: number
  /** How much of each lane; of one that is not named, nothing. */
  room: Room
  /**
   * This order alone, whoever holds it and however long it was put off: for a home with one writer for each life, which keeps the
   * time itself. `room` names its kind.
   */
  orderId?: string | undefined
}

interface Claimed {
  lifecycleId: string
  worker: string
  /** 1 for the first; counted and stored before anybody acts. */
  attempt: number
}

/** An order that this worker carries out until its lease ends. */
export interface OrderWork extends Claimed {
  kind: 'order'
  orderId: string
  orderKind: OrderKind
  /** Attempts that failed since the order was given or revived; this one is among them until it is released as none. */
  failures: number
  /** Wall time in milliseconds at which the lease ends, as its worker has it: nobody is called then, and no call lasts longer. */
  leaseUntil?: number
}

/** A deadline that has come and that this worker tells. */
export interface TimerWork extends Claimed {
  kind: 'timer'
  deadlineId: string
  due: Instant
}

/** What a worker has claimed: an order to carry out, or a deadline to tell. */
export type Work = OrderWork | TimerWork

/** Why claimed work is given back, and when it may be tried again. */
export interface Release {
  /** Wall time in milliseconds before which nobody tries again. */
  retryAt: number
  /** Why it did not end; a code, never a message. */
  errorCode: string
  /** It counts among the failures of its order. */
  failed: boolean
}

/** An order that has not ended. */
export interface WaitingOrder {
  lifecycleId: string
  orderId: string
  kind: OrderKind
  attempts: number
  lastErrorCode: string | null
  /** Not tried any more until somebody revives it. */
  parked: boolean
}

/** When there will be something to do, by two clocks: the worker sleeps until the earlier one. */
export interface NextWork {
  /** Wall time in milliseconds at which the next order, or a timer that was put off, can be claimed. */
  claimableAt: number | null
  /** Business time of the next deadline that nobody holds. */
  due: Instant | null
}

/** A deadline that has not come, or that nobody was told of. */
export interface RunningTimer {
  deadlineId: string
  due: Instant
}
