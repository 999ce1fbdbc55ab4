import * as z from 'zod'
import { requestKinds } from '../../domain/index.ts'
import { Reference, SerialNumber, Text } from '../primitives.ts'

/** The merchant, or its service provider, asks the provider for something that it can only grant or decline. */
export const RequestMade = z.strictObject({
  type: z.literal('request.made'),
  requestId: Reference,
  kind: z.enum(requestKinds),
  serial: SerialNumber.optional(),
  depositId: Reference.optional(),
  text: Text.optional(),
})
export interface RequestMade extends z.output<typeof RequestMade> {}

/** The provider says no to what was asked for, and why, in words for whoever asked. */
export const RequestDeclined = z.strictObject({
  type: z.literal('request.declined'),
  requestId: Reference,
  reason: Text,
})
export interface RequestDeclined extends z.output<typeof RequestDeclined> {}

export const requestEvents = [RequestMade, RequestDeclined] as const
export type RequestEvent = RequestMade | RequestDeclined
