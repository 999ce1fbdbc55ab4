import * as z from 'zod'
import { chargeKinds } from '../../domain/index.ts'
import { Money, MovedMoney, Reference, SerialNumber, Text } from '../primitives.ts'

/**
 * Something the merchant owes; it names the fee table that was in force and told. A damage, or accessories that are missing,
 * rest on the inspection of a device, or on a damage report.
 */
export const ChargeRaised = z.strictObject({
  type: z.literal('charge.raised'),
  chargeId: Reference,
  kind: z.enum(chargeKinds),
  amount: Money,
  feeTableVersion: Reference,
  serial: SerialNumber.optional(),
  documentId: Reference.optional(),
})
export interface ChargeRaised extends z.output<typeof ChargeRaised> {}

const charge = { chargeId: Reference }
/** The merchant objects: until somebody determines the charge, it is not taken from a deposit. */
export const ChargeDisputed = z.strictObject({ type: z.literal('charge.disputed'), ...charge, grounds: Text })
export interface ChargeDisputed extends z.output<typeof ChargeDisputed> {}

/** Zero waives it; less than what is already met gives the excess back. */
export const ChargeDetermined = z.strictObject({
  type: z.literal('charge.determined'),
  ...charge,
  amount: Money,
})
export interface ChargeDetermined extends z.output<typeof ChargeDetermined> {}

/** The provider lets a damage or missing accessories of an inspection go. Two persons. */
export const ChargeWaived = z.strictObject({
  type: z.literal('charge.waived'),
  serial: SerialNumber,
  kind: z.enum(['damage', 'accessory']),
  basis: Text,
})
export interface ChargeWaived extends z.output<typeof ChargeWaived> {}

/**
 * Money came in for a charge: all of it, or a part. One payment may meet several charges, each with its part of it; nobody here knows what the payment
 * came to, so whoever tells of it sees to it that the parts are no more.
 */
export const ChargeMet = z.strictObject({
  type: z.literal('charge.met'),
  ...charge,
  amount: MovedMoney,
  /** The payment that met it; the same one again changes nothing. */
  paymentRef: Reference,
})
export interface ChargeMet extends z.output<typeof ChargeMet> {}

export const chargeEvents = [ChargeRaised, ChargeDisputed, ChargeDetermined, ChargeWaived, ChargeMet] as const
export type ChargeEvent = ChargeRaised | ChargeDisputed | ChargeDetermined | ChargeWaived | ChargeMet
