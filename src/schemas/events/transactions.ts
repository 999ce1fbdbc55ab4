import * as z from 'zod'
import { handlings } from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { Count, Instant, Money, NetMoney, Reference, SerialNumber } from '../primitives.ts'
import { vouching } from '../vouching.ts'

/**
 * States in which a transaction may still turn into money: closing waits for it, or somebody says how it is
 * handled.
 */
export const openTransactionStates = ['authorised', 'pending'] as const
/** States that a transaction does not leave any more. */
export const finalTransactionStates = [
  'completed',
  'settled',
  'voided',
  'refunded',
  'expired',
  'declined',
] as const

/** What a transaction has come to, as the host has it; told again under its `ref` whenever that changes. */
export const TransactionReported = z.strictObject({
  type: z.literal('transaction.reported'),
  ref: Reference,
  kind: z.enum(['sale', 'preAuth', 'refund']),
  state: z.enum([...openTransactionStates, ...finalTransactionStates]),
  amount: Money,
  /** When it happened on the device. */
  occurredAt: Instant,
  /** When the host did this about it, elsewhere: it leaves the device as it was. */
  changedAt: Instant.optional(),
  /** The device it was made on; the bound one when left out, and `null` where it was none. */
  serial: SerialNumber.nullable().optional(),
  offline: z.boolean().optional(),
  /** A test transaction; it must be voided before the test counts as passed. */
  test: z.boolean().optional(),
})
export interface TransactionReported extends z.output<typeof TransactionReported> {}

/** How an unfinished transaction is to be handled; it counts once the other side has accepted. */
export const ResolutionProposed = z.strictObject({
  type: z.literal('resolution.proposed'),
  txnRef: Reference,
  handling: z.enum(handlings),
})
export interface ResolutionProposed extends z.output<typeof ResolutionProposed> {}

/** The other side agrees to how an open transaction is handled. */
export const ResolutionAccepted = z.strictObject({
  type: z.literal('resolution.accepted'),
  txnRef: Reference,
  /** What is accepted, so that nobody accepts another proposal than the one that was read. */
  handling: z.enum(handlings),
})
export interface ResolutionAccepted extends z.output<typeof ResolutionAccepted> {}

/** Of a batch in which refunds exceed sales the total is negative. */
const Totals = z.strictObject({ count: Count, total: NetMoney })

/** The device gave up what it still held. It counts as drained only where both totals agree. */
export const BatchUploaded = z.strictObject({
  type: z.literal('batch.uploaded'),
  serial: SerialNumber,
  batchNo: Reference,
  /** Business time up to which the device is empty. */
  upTo: Instant,
  count: Count,
  total: NetMoney,
  hostTotals: Totals,
})
export interface BatchUploaded extends z.output<typeof BatchUploaded> {}

/** A batch that its device will never upload is closed by what the host counted. Two persons. */
export const BatchClosedByHost = z.strictObject({
  type: z.literal('batch.closedByHost'),
  serial: SerialNumber,
  batchNo: Reference,
  upTo: Instant,
  hostTotals: Totals,
  evidence: SomeDocumentRefs,
  ...vouching,
})
export interface BatchClosedByHost extends z.output<typeof BatchClosedByHost> {}

export const transactionEvents = [
  TransactionReported,
  ResolutionProposed,
  ResolutionAccepted,
  BatchUploaded,
  BatchClosedByHost,
] as const
export type TransactionEvent =
  | TransactionReported
  | ResolutionProposed
  | ResolutionAccepted
  | BatchUploaded
  | BatchClosedByHost
