import * as z from 'zod'
import { capabilityNames } from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { Instant, NetMoney, Reference } from '../primitives.ts'
import { vouching } from '../vouching.ts'

/** What the host says of the terminal, read back: the only proof that sale is off, on, or the number closed. */
export const StatusReported = z.strictObject({
  type: z.literal('status.reported'),
  acceptance: z.enum(['on', 'off']),
  registry: z.enum(['active', 'suspended', 'closed', 'unknown']),
  /** What is not settled yet and belongs to this terminal, not to the merchant number. */
  /** Negative where refunds exceed sales. */
  unsettled: NetMoney,
  readAt: Instant,
  source: Reference,
  /** What was read back per capability, where the host tells. */
  capabilities: z.partialRecord(z.enum(capabilityNames), z.boolean()).optional(),
})
export interface StatusReported extends z.output<typeof StatusReported> {}

/** A reading that goes on contradicting what was ordered is taken for the truth. Two persons. */
export const ReadingAccepted = z.strictObject({
  type: z.literal('reading.accepted'),
  /** Of the reading that is accepted. */
  readAt: Instant,
  evidence: SomeDocumentRefs,
  ...vouching,
})
export interface ReadingAccepted extends z.output<typeof ReadingAccepted> {}

export const acceptanceEvents = [StatusReported, ReadingAccepted] as const
export type AcceptanceEvent = StatusReported | ReadingAccepted
