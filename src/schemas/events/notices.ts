import * as z from 'zod'
import { audiences, noticeTemplates } from '../../domain/index.ts'
import { OrderId } from '../primitives.ts'

/** A notice has left; its words are those of the template. Whether anybody read it is not known. */
export const NoticeSent = z.strictObject({
  type: z.literal('notice.sent'),
  template: z.enum(noticeTemplates),
  audience: z.enum(audiences),
  orderId: OrderId.optional(),
})
export interface NoticeSent extends z.output<typeof NoticeSent> {}

export const noticeEvents = [NoticeSent] as const
export type NoticeEvent = NoticeSent
