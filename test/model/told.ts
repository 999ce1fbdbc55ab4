import type { LifecycleEvent } from '../../src/schemas/index.ts'

export type Type = LifecycleEvent['type']
/** Something that was told and taken; clocks are told like everything else. */
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

/** Codes in which money or custody says no. What else is in the way is not the model's. */
export const ours = [
  ...['AMOUNT_TOO_HIGH', 'CHARGES_OUTSTANDING', 'CHARGE_DISPUTED', 'CHARGE_UNKNOWN', 'CHARGE_ENDED'],
  ...['DEPOSIT_UNKNOWN', 'DEPOSIT_EXHAUSTED', 'CUSTODY_OPEN', 'RELEASE_NOT_DUE', 'DAMAGE_UNDECIDED'],
  ...['NO_STATEMENT', 'STATEMENT_STALE', 'SETTLEMENT_NOT_CONFIRMED', 'SETTLEMENT_DISPUTED', 'NOTICE_RUNNING'],
  ...['ACCOUNT_UNVERIFIED', 'COOLING_OFF', 'FUNDS_HELD', 'NAME_MISMATCH', 'FEE_TABLE_NOT_IN_FORCE'],
  ...['LIABILITY_WITHOUT_GROUND', 'NOT_TRANSFERABLE', 'OBLIGATION_UNKNOWN', 'OBLIGATION_DISCHARGED'],
  ...['DISPUTE_UNKNOWN', 'PAYOUT_UNKNOWN', 'PAID_TWICE', 'AMOUNT_MISMATCH', 'ORDER_CLAIMED'],
  ...['DEVICE_UNKNOWN', 'WRONG_SERIAL', 'DEVICE_NOT_RECEIVED', 'DEVICE_NOT_INSPECTED', 'DEVICE_NOT_LOST'],
  ...['KEYS_NOT_REVOKED', 'REPORT_MISSING', 'ERASE_OR_SEAL_FIRST', 'SEAL_BROKEN', 'TENANT_CONSENT_MISSING'],
  ...['NOT_YET_DUE'],
] as const
export type Code = (typeof ours)[number]
export type Said = readonly (Code | false)[]
