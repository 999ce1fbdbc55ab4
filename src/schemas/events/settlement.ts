import * as z from 'zod'
import { netIsWhole, payoutMethods } from '../../domain/index.ts'
import { DocumentRef } from '../document-ref.ts'
import { crossField } from '../forms/cross-field.ts'
import { Instant, Money, MovedMoney, NetMoney, OrderId, Reference, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'

const stated = z.strictObject({
  type: z.literal('settlement.stated'),
  statementId: Reference,
  upTo: Instant,
  net: NetMoney,
  /** Of what the net is made, where it is told: all sales less refunds, and the fees that are taken off, or given back. */
  gross: NetMoney.optional(),
  fees: NetMoney.optional(),
})
/** What this terminal's settlement comes to; negative: the merchant owes. */
export const SettlementStated = stated.check(
  crossField<z.output<typeof stated>>()({
    code: 'TOTAL_MISMATCH',
    reads: ['net', 'gross', 'fees'],
    holds: netIsWhole,
  }),
)
export interface SettlementStated extends z.output<typeof SettlementStated> {}

const statement = { statementId: Reference }

/** The merchant agrees with the figures. */
export const SettlementConfirmed = z.strictObject({ type: z.literal('settlement.confirmed'), ...statement })
export interface SettlementConfirmed extends z.output<typeof SettlementConfirmed> {}

/** The merchant objects to a statement; its grounds go to the provider, who states anew. */
export const SettlementDisputed = z.strictObject({
  type: z.literal('settlement.disputed'),
  ...statement,
  grounds: Text,
})
export interface SettlementDisputed extends z.output<typeof SettlementDisputed> {}

/** After the objection clock has run, with proof that the statement was served. */
export const SettlementDeemedAccepted = z.strictObject({
  type: z.literal('settlement.deemedAccepted'),
  ...statement,
  proof: DocumentRef,
  ...vouching,
})
export interface SettlementDeemedAccepted extends z.output<typeof SettlementDeemedAccepted> {}

/** Money is to be paid to the merchant, up to what is owed and not on its way. An order to the bank follows. */
export const PayoutOrdered = z.strictObject({
  type: z.literal('payout.ordered'),
  payoutId: Reference,
  amount: MovedMoney,
  /** As the form of the closure asked when left out, and by transfer where it did not. */
  method: z.enum(payoutMethods).optional(),
})
export interface PayoutOrdered extends z.output<typeof PayoutOrdered> {}

/**
 * The bank's own reference of this return, each time that it is told or never. Without it two returns that say the same are one
 * that was told twice.
 */
export const returning = { returnRef: Reference.optional() }

const payout = { payoutId: Reference, orderId: OrderId }
/** A payout has reached its receiver, with the amount that did. */
export const PayoutConfirmed = z.strictObject({
  type: z.literal('payout.confirmed'),
  ...payout,
  amount: Money,
})
export interface PayoutConfirmed extends z.output<typeof PayoutConfirmed> {}

/** A payout did not go out; its amount is still owed. */
export const PayoutFailed = z.strictObject({ type: z.literal('payout.failed'), ...payout, reason: Text })
export interface PayoutFailed extends z.output<typeof PayoutFailed> {}

/** The bank sent it back, all or a part of it: the amount is owed again. */
export const PayoutReturned = z.strictObject({
  type: z.literal('payout.returned'),
  ...payout,
  amount: Money,
  reason: Text,
  ...returning,
})
export interface PayoutReturned extends z.output<typeof PayoutReturned> {}

export const settlementEvents = [
  SettlementStated,
  SettlementConfirmed,
  SettlementDisputed,
  SettlementDeemedAccepted,
  PayoutOrdered,
  PayoutConfirmed,
  PayoutFailed,
  PayoutReturned,
] as const
export type SettlementEvent =
  | SettlementStated
  | SettlementConfirmed
  | SettlementDisputed
  | SettlementDeemedAccepted
  | PayoutOrdered
  | PayoutConfirmed
  | PayoutFailed
  | PayoutReturned
