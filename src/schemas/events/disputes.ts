import * as z from 'zod'
import { Instant, Money, Reference } from '../primitives.ts'

export const DisputeOpened = z.strictObject({
  type: z.literal('dispute.opened'),
  caseId: Reference.max(80),
  amount: Money,
  dueAt: Instant,
  reasonCode: Reference.optional(),
})
export interface DisputeOpened extends z.output<typeof DisputeOpened> {}

export const DisputeClosed = z.strictObject({
  type: z.literal('dispute.closed'),
  caseId: Reference,
  outcome: z.enum(['won', 'lost', 'withdrawn']),
  liability: z.enum(['merchant', 'provider']),
})
export interface DisputeClosed extends z.output<typeof DisputeClosed> {}

export const disputeEvents = [DisputeOpened, DisputeClosed] as const
export type DisputeEvent = DisputeOpened | DisputeClosed
