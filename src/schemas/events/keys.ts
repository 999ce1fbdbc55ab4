import * as z from 'zod'
import { keyRemovals } from '../../domain/index.ts'
import { OrderId } from '../primitives.ts'
import { device } from './kit.ts'

/** `revokedAtHost` is a second fact: the keys may still sit in a lost device, the host takes them no more. */
export const KeysRemoved = z.strictObject({
  type: z.literal('keys.removed'),
  ...device,
  method: z.enum(keyRemovals),
  orderId: OrderId.optional(),
})
export interface KeysRemoved extends z.output<typeof KeysRemoved> {}

export const keyEvents = [KeysRemoved] as const
export type KeyEvent = KeysRemoved
