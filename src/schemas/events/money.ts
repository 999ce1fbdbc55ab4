import * as z from 'zod'
import { obligationKinds } from '../../domain/index.ts'
import { DocumentRef, SomeDocumentRefs } from '../document-ref.ts'
import { Instant, Money, MovedMoney, NetMoney, OrderId, Reference, Text } from '../primitives.ts'

/** What this terminal's settlement comes to; negative: the merchant owes. */
export const SettlementStated = z.strictObject({
  type: z.literal('settlement.stated'),
  statementId: Reference,
  upTo: Instant,
  net: NetMoney,
})
export interface SettlementStated extends z.output<typeof SettlementStated> {}

const statement = { statementId: Reference }
/** The merchant agrees with the figures. */
export const SettlementConfirmed = z.strictObject({ type: z.literal('settlement.confirmed'), ...statement })
export interface SettlementConfirmed extends z.output<typeof SettlementConfirmed> {}

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
})
export interface SettlementDeemedAccepted extends z.output<typeof SettlementDeemedAccepted> {}

export const PayoutOrdered = z.strictObject({
  type: z.literal('payout.ordered'),
  payoutId: Reference,
  amount: MovedMoney,
})
export interface PayoutOrdered extends z.output<typeof PayoutOrdered> {}

const payout = { payoutId: Reference, orderId: OrderId }
export const PayoutConfirmed = z.strictObject({
  type: z.literal('payout.confirmed'),
  ...payout,
  amount: Money,
})
export interface PayoutConfirmed extends z.output<typeof PayoutConfirmed> {}

export const PayoutFailed = z.strictObject({ type: z.literal('payout.failed'), ...payout, reason: Text })
export interface PayoutFailed extends z.output<typeof PayoutFailed> {}

/** The bank sent it back: the amount is owed again. */
export const PayoutReturned = z.strictObject({
  type: z.literal('payout.returned'),
  ...payout,
  amount: Money,
  reason: Text,
})
export interface PayoutReturned extends z.output<typeof PayoutReturned> {}

/** `token` stands for the account; an account number is never carried. */
export const PayoutAccountChanged = z.strictObject({
  type: z.literal('payoutAccount.changed'),
  token: Reference,
  name: Text,
})
export interface PayoutAccountChanged extends z.output<typeof PayoutAccountChanged> {}

export const PayoutAccountVerified = z.strictObject({
  type: z.literal('payoutAccount.verified'),
  token: Reference,
  evidence: SomeDocumentRefs,
})
export interface PayoutAccountVerified extends z.output<typeof PayoutAccountVerified> {}

export const chargeKinds = [
  'rental',
  'maintenance',
  'deactivation',
  'annual',
  'data_traffic',
  'transaction',
  'early_termination',
  'damage',
  'accessory',
  'device',
  'penalty',
  'arrears',
  'settlement',
  'chargeback',
  'overpayment',
  'other',
] as const

/** Something the merchant owes; it names the fee table that was in force and told. */
export const ChargeRaised = z.strictObject({
  type: z.literal('charge.raised'),
  chargeId: Reference,
  kind: z.enum(chargeKinds),
  amount: Money,
  feeTableVersion: Reference,
})
export interface ChargeRaised extends z.output<typeof ChargeRaised> {}

const charge = { chargeId: Reference }
export const ChargeDisputed = z.strictObject({ type: z.literal('charge.disputed'), ...charge, grounds: Text })
export interface ChargeDisputed extends z.output<typeof ChargeDisputed> {}

/** Zero waives it; less than what is already met gives the excess back. */
export const ChargeDetermined = z.strictObject({
  type: z.literal('charge.determined'),
  ...charge,
  amount: Money,
})
export interface ChargeDetermined extends z.output<typeof ChargeDetermined> {}

export const ChargeMet = z.strictObject({
  type: z.literal('charge.met'),
  ...charge,
  amount: MovedMoney,
  /** The payment that met it; the same one again changes nothing. */
  paymentRef: Reference,
})
export interface ChargeMet extends z.output<typeof ChargeMet> {}

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
})
export interface RefundOrdered extends z.output<typeof RefundOrdered> {}

const refund = { depositId: Reference, orderId: OrderId }
export const RefundConfirmed = z.strictObject({
  type: z.literal('refund.confirmed'),
  ...refund,
  amount: Money,
})
export interface RefundConfirmed extends z.output<typeof RefundConfirmed> {}

export const RefundFailed = z.strictObject({ type: z.literal('refund.failed'), ...refund, reason: Text })
export interface RefundFailed extends z.output<typeof RefundFailed> {}

export const RefundReturned = z.strictObject({
  type: z.literal('refund.returned'),
  ...refund,
  amount: Money,
  reason: Text,
})
export interface RefundReturned extends z.output<typeof RefundReturned> {}

/** Closed with something still owed: what, to whom, on which ground, looked at again when. Two persons. */
export const ObligationCarriedOver = z.strictObject({
  type: z.literal('obligation.carriedOver'),
  obligationId: Reference,
  /** Anything but money is refused as NOT_TRANSFERABLE. */
  kind: z.enum([...obligationKinds, 'transactions', 'devices', 'keys', 'erasure', 'binding']),
  /** The deposit, charge or dispute; the statement for a settlement. */
  ref: Reference,
  amount: Money,
  owner: Reference,
  basis: Text,
  reviewAt: Instant,
})
export interface ObligationCarriedOver extends z.output<typeof ObligationCarriedOver> {}

export const ObligationDischarged = z.strictObject({
  type: z.literal('obligation.discharged'),
  obligationId: Reference,
  evidence: SomeDocumentRefs,
})
export interface ObligationDischarged extends z.output<typeof ObligationDischarged> {}
