import * as z from 'zod'
import { capabilityNames } from '../../domain/index.ts'
import { Instant, Money, Reference, SerialNumber, Text } from '../primitives.ts'

export const testChecks = [
  'power',
  'signOn',
  'network',
  'printer',
  'scanner',
  'cardReader',
  'display',
  'transaction',
  'void',
] as const

const test = {
  serial: SerialNumber,
  kind: z.enum(['smoke', 'full']),
  checks: z
    .array(z.strictObject({ name: z.enum(testChecks), passed: z.boolean() }))
    .min(1)
    .max(testChecks.length),
}

/** The device works again. */
export const TestPassed = z.strictObject({ type: z.literal('test.passed'), ...test })
export interface TestPassed extends z.output<typeof TestPassed> {}

export const TestFailed = z.strictObject({ type: z.literal('test.failed'), ...test, note: Text.optional() })
export interface TestFailed extends z.output<typeof TestFailed> {}

/** What the host says of the terminal, read back: the only proof that sale is off, on, or the number closed. */
export const StatusReported = z.strictObject({
  type: z.literal('status.reported'),
  acceptance: z.enum(['on', 'off']),
  registry: z.enum(['active', 'suspended', 'closed', 'unknown']),
  /** What is not settled yet and belongs to this terminal, not to the merchant number. */
  unsettled: Money,
  readAt: Instant,
  source: Reference,
  /** What was read back per capability, where the host tells. */
  capabilities: z.partialRecord(z.enum(capabilityNames), z.boolean()).optional(),
})
export interface StatusReported extends z.output<typeof StatusReported> {}

export const openTransactionStates = ['authorised', 'pending'] as const
export const finalTransactionStates = [
  'completed',
  'settled',
  'voided',
  'refunded',
  'expired',
  'declined',
] as const

export const TransactionReported = z.strictObject({
  type: z.literal('transaction.reported'),
  ref: Reference,
  kind: z.enum(['sale', 'preAuth', 'refund']),
  state: z.enum([...openTransactionStates, ...finalTransactionStates]),
  amount: Money,
  occurredAt: Instant,
  /** The device it was made on; the bound one when left out. */
  serial: SerialNumber.optional(),
  offline: z.boolean().optional(),
  /** A test transaction; it must be voided before the test counts as passed. */
  test: z.boolean().optional(),
})
export interface TransactionReported extends z.output<typeof TransactionReported> {}

const handlings = ['complete', 'void', 'refund', 'transfer', 'writeOff'] as const

/** How an unfinished transaction is to be handled; it counts once the other side has accepted. */
export const ResolutionProposed = z.strictObject({
  type: z.literal('resolution.proposed'),
  txnRef: Reference,
  handling: z.enum(handlings),
})
export interface ResolutionProposed extends z.output<typeof ResolutionProposed> {}

export const ResolutionAccepted = z.strictObject({
  type: z.literal('resolution.accepted'),
  txnRef: Reference,
  /** What is accepted, so that nobody accepts another proposal than the one that was read. */
  handling: z.enum(handlings),
})
export interface ResolutionAccepted extends z.output<typeof ResolutionAccepted> {}

const Totals = z.strictObject({ count: z.int().nonnegative(), total: Money })

/** The device gave up what it still held. It counts as drained only where both totals agree. */
export const BatchUploaded = z.strictObject({
  type: z.literal('batch.uploaded'),
  serial: SerialNumber,
  batchNo: Reference,
  /** Business time up to which the device is empty. */
  upTo: Instant,
  count: z.int().nonnegative(),
  total: Money,
  hostTotals: Totals,
})
export interface BatchUploaded extends z.output<typeof BatchUploaded> {}

export const DisputeOpened = z.strictObject({
  type: z.literal('dispute.opened'),
  caseId: Reference.max(80),
  amount: Money,
  dueAt: Instant,
  reasonCode: Reference.optional(),
})
export interface DisputeOpened extends z.output<typeof DisputeOpened> {}

export const DisputeClosed = z.strictObject({
  type: z.literal('dispute.closed'),
  caseId: Reference,
  outcome: z.enum(['won', 'lost', 'withdrawn']),
  liability: z.enum(['merchant', 'provider']),
})
export interface DisputeClosed extends z.output<typeof DisputeClosed> {}
