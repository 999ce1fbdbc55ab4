import * as z from 'zod'
import { capabilityNames } from '../../domain/index.ts'
import { Instant, Money, Reference } from '../primitives.ts'

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

export const acceptanceEvents = [StatusReported] as const
export type AcceptanceEvent = StatusReported
