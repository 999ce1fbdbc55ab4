import * as z from 'zod'
import { OrderId, Reference, Text } from '../primitives.ts'

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

export const closingEvents = [ClosureCancelled, ClosureConfirmed] as const
export type ClosingEvent = ClosureCancelled | ClosureConfirmed
