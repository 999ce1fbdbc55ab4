import * as z from 'zod'
import { payoutMethods } from '../../domain/index.ts'
import { Money, MovedMoney, OrderId, Reference, Text } from '../primitives.ts'
import { returning } from './settlement.ts'

/**
 * A charge is met from a deposit, up to what is left of it, once the merchant had time to object and does not. Not
 * by who raised it.
 */
export const DepositDeducted = z.strictObject({
  type: z.literal('deposit.deducted'),
  depositId: Reference,
  chargeId: Reference,
  amount: MovedMoney,
})
export interface DepositDeducted extends z.output<typeof DepositDeducted> {}

/** Back to the merchant, in whole or what is undisputed. */
export const RefundOrdered = z.strictObject({
  type: z.literal('refund.ordered'),
  depositId: Reference,
  refundId: Reference,
  amount: MovedMoney,
  /** As the form of the closure asked when left out, and by transfer where it did not. */
  method: z.enum(payoutMethods).optional(),
})
export interface RefundOrdered extends z.output<typeof RefundOrdered> {}

const refund = { depositId: Reference, orderId: OrderId }
/** A refund has reached its receiver, with the amount that did. */
export const RefundConfirmed = z.strictObject({
  type: z.literal('refund.confirmed'),
  ...refund,
  amount: Money,
})
export interface RefundConfirmed extends z.output<typeof RefundConfirmed> {}

/** A refund did not go out; the deposit is owed as before. */
export const RefundFailed = z.strictObject({ type: z.literal('refund.failed'), ...refund, reason: Text })
export interface RefundFailed extends z.output<typeof RefundFailed> {}

/** A confirmed refund came back, for a closed account for instance; the deposit is owed again. */
export const RefundReturned = z.strictObject({
  type: z.literal('refund.returned'),
  ...refund,
  amount: Money,
  reason: Text,
  ...returning,
})
export interface RefundReturned extends z.output<typeof RefundReturned> {}

export const depositEvents = [
  DepositDeducted,
  RefundOrdered,
  RefundConfirmed,
  RefundFailed,
  RefundReturned,
] as const
export type DepositEvent = DepositDeducted | RefundOrdered | RefundConfirmed | RefundFailed | RefundReturned
