import * as z from 'zod'
import { requiredWhen } from '../forms/cross-field.ts'
import { Line, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, Money, Reference } from '../primitives.ts'
import { head } from './head.ts'

const dispute = z.strictObject({
  type: z.literal('dispute_case'),
  ...head,
  caseId: Reference,
  scheme: Line.optional(),
  reasonCode: Reference.optional(),
  transactionRef: Reference.optional(),
  amount: Money,
  dueAt: Instant,
  status: z.enum(['open', 'won', 'lost', 'withdrawn']),
  /** Who bears it; known once the case has ended. */
  liability: z.enum(['merchant', 'provider']).optional(),
})
/** A chargeback or another claim about money already settled. */
export const DisputeCase = dispute.check(
  requiredWhen<z.output<typeof dispute>>()('liability', 'status', ({ status }) => status !== 'open'),
)
export interface DisputeCase extends z.output<typeof DisputeCase> {}

/** What one side brings forward in a dispute; while it is held, nothing of it is destroyed. (DOC-25, R-108, R-261) */
export const DisputeEvidence = z.strictObject({
  type: z.literal('dispute_evidence'),
  ...head,
  caseId: Reference,
  kind: z.enum(['chargeback', 'settlement', 'violation', 'attack', 'deposit', 'other']),
  items: listOf(Prose, { min: 1, max: 50 }),
  resolvedOn: Day.optional(),
  hold: z.boolean(),
})
export interface DisputeEvidence extends z.output<typeof DisputeEvidence> {}
