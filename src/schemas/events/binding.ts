import * as z from 'zod'
import { OrderId, Reference, SerialNumber, Text } from '../primitives.ts'

const binding = { serial: SerialNumber, registryRef: Reference }

/** Terminal number and device are taken apart in the register. */
export const UnbindingOrdered = z.strictObject({ type: z.literal('unbinding.ordered'), ...binding })
export interface UnbindingOrdered extends z.output<typeof UnbindingOrdered> {}

/**
 * The network or the acquirer's host no longer knows the binding of this device. `orderId` where an order asked
 * for it.
 */
export const UnbindingConfirmed = z.strictObject({
  type: z.literal('unbinding.confirmed'),
  ...binding,
  orderId: OrderId.optional(),
})
export interface UnbindingConfirmed extends z.output<typeof UnbindingConfirmed> {}

/** The binding is still there, and why. Of a device that counted as unbound this is an issue: it is bound again. */
export const UnbindingFailed = z.strictObject({
  type: z.literal('unbinding.failed'),
  ...binding,
  reason: Text,
  orderId: OrderId.optional(),
})
export interface UnbindingFailed extends z.output<typeof UnbindingFailed> {}

export const bindingEvents = [UnbindingOrdered, UnbindingConfirmed, UnbindingFailed] as const
export type BindingEvent = UnbindingOrdered | UnbindingConfirmed | UnbindingFailed
