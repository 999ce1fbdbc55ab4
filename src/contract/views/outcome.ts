import * as z from 'zod'
import { isIdempotencyKey } from '../../domain/index.ts'
import { Reference } from '../../schemas/index.ts'
import { problemCode } from '../problem.ts'
import { holdsNoSecret, known, list, type Unknown } from '../wire.ts'
import { BlockerView } from './blocker.ts'

const statuses = ['accepted', 'refused'] as const

/** What became of a write, as it was answered then. */
export interface OutcomeView {
  idempotencyKey: string
  status: (typeof statuses)[number] | Unknown
  /** Of the case, when the write was accepted. */
  version?: number | undefined
  /** Why it was refused. */
  code?: string | undefined
  /** With a refusal: each reason, its owner and what clears it. */
  blockers?: readonly BlockerView[] | undefined
  /** Where a document was announced under the key. */
  documentId?: string | undefined
}

/** What travels in the header `Idempotency-Key`; the expression is what a JSON Schema can say of it. */
export const IdempotencyKey: z.ZodString = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .refine(isIdempotencyKey, { params: { code: 'INVALID_FORMAT' } })

export const OutcomeView: z.ZodType<OutcomeView, OutcomeView> = z.object({
  idempotencyKey: IdempotencyKey,
  status: known(statuses),
  version: z.int().nonnegative().optional(),
  code: z.string().regex(problemCode).refine(holdsNoSecret).optional(),
  blockers: list(BlockerView).optional(),
  documentId: Reference.optional(),
})
