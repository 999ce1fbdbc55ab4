import * as z from 'zod'
import { OrderId, Reference } from '../primitives.ts'

export const NoticeSent = z.strictObject({
  type: z.literal('notice.sent'),
  template: Reference,
  audience: Reference,
  orderId: OrderId.optional(),
})
export interface NoticeSent extends z.output<typeof NoticeSent> {}

export const noticeEvents = [NoticeSent] as const
export type NoticeEvent = NoticeSent
