import * as z from 'zod'
import { closureReasons } from '../../domain/index.ts'
import { OrderId, Reference, Text } from '../primitives.ts'

/** The provider announces a closure; its notice runs from here. */
export const ClosureProposed = z.strictObject({
  type: z.literal('closure.proposed'),
  proposalId: Reference,
  reason: z.enum(closureReasons),
  basis: Text,
})
export interface ClosureProposed extends z.output<typeof ClosureProposed> {}

export const ClosureImposed = z.strictObject({ type: z.literal('closure.imposed'), proposalId: Reference })
export interface ClosureImposed extends z.output<typeof ClosureImposed> {}

export const ClosureAppealed = z.strictObject({
  type: z.literal('closure.appealed'),
  proposalId: Reference,
  grounds: Text,
})
export interface ClosureAppealed extends z.output<typeof ClosureAppealed> {}

export const AppealDecided = z.strictObject({
  type: z.literal('appeal.decided'),
  proposalId: Reference,
  outcome: z.enum(['upheld', 'dismissed']),
})
export interface AppealDecided extends z.output<typeof AppealDecided> {}

/** Back to service, as long as nothing irreversible was done. In `live` it drops an open proposal. (OQ-08) */
export const ClosureCancelled = z.strictObject({
  type: z.literal('closure.cancelled'),
  requestedBy: z.enum(['merchant', 'provider', 'appeal']),
  reason: Text,
})
export interface ClosureCancelled extends z.output<typeof ClosureCancelled> {}

/** The provider's own system says that the closure is carried out; it is believed only after a younger status read. */
export const ClosureConfirmed = z.strictObject({
  type: z.literal('closure.confirmed'),
  providerRef: Reference,
  orderId: OrderId.optional(),
})
export interface ClosureConfirmed extends z.output<typeof ClosureConfirmed> {}
