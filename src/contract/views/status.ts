import * as z from 'zod'
import type { CapabilityName, Instant as InstantText } from '../../domain/index.ts'
import { Instant, Reference } from '../../schemas/index.ts'
import { type Amount, Echo, known, NetAmount, type Unknown } from '../wire.ts'
import { perCapability } from './case.ts'

/** What the host says of a terminal, and when it was read. */
export interface StatusView {
  /** May be repeated; it has to be the one that was asked about then. */
  terminalRef?: string | undefined
  acceptance: 'on' | 'off' | Unknown
  registry: 'active' | 'suspended' | 'closed' | 'unknown' | Unknown
  /** Not settled yet, of this terminal only, not of the merchant number. */
  unsettled: Amount
  readAt: InstantText
  /** The system that was asked. */
  source: string
  capabilities?: Readonly<Partial<Record<CapabilityName, boolean | undefined>>> | undefined
}

export const StatusView: z.ZodType<StatusView, StatusView> = z.object({
  terminalRef: Echo.optional(),
  acceptance: known(['on', 'off']),
  registry: known(['active', 'suspended', 'closed', 'unknown']),
  unsettled: NetAmount,
  readAt: Instant,
  source: Reference,
  capabilities: perCapability(z.boolean()).optional(),
})
