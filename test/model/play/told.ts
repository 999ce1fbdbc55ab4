import type { LifecycleEvent } from '../../../src/schemas/index.ts'

/** Something that is told to both; clocks are told like everything else. */
export interface Told {
  readonly event: LifecycleEvent | { readonly type: 'timer.due'; readonly deadlineId: string }
  readonly at: string
  readonly role: string
  /** The order that carries the money, where one was given for it. */
  readonly orderId?: string
}
/** What is neither money nor custody, and decides both: it is asked of the record, and not judged here. */
export interface Around {
  readonly phase: 'live' | 'closing' | 'closed'
  /** Some hold that still counts forbids payouts. */
  readonly fundsHeld: boolean
  readonly lastTransactionAt: string | null
  readonly erased: ReadonlySet<string>
  readonly keysGone: ReadonlySet<string>
  readonly revoked: ReadonlySet<string>
  /** It may hold what was not uploaded: it travels sealed, erased or not. */
  wantsSeal(serial: string): boolean
}
