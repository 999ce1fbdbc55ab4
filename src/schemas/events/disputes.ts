import * as z from 'zod'
import { Instant, Money, Reference } from '../primitives.ts'

/** A chargeback or a complaint. What is open when the terminal closes is waited for, or carried over. */
export const DisputeOpened = z.strictObject({
  type: z.literal('dispute.opened'),
  caseId: Reference.max(80),
  amount: Money,
  dueAt: Instant,
  reasonCode: Reference.optional(),
})
export interface DisputeOpened extends z.output<typeof DisputeOpened> {}

/** How a chargeback or a complaint ended, and who bears its amount. */
export const DisputeClosed = z.strictObject({
  type: z.literal('dispute.closed'),
  caseId: Reference,
  outcome: z.enum(['won', 'lost', 'withdrawn']),
  liability: z.enum(['merchant', 'provider']),
})
export interface DisputeClosed extends z.output<typeof DisputeClosed> {}

export const disputeEvents = [DisputeOpened, DisputeClosed] as const
export type DisputeEvent = DisputeOpened | DisputeClosed
