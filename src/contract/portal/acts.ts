import * as z from 'zod'
import { Reference } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { IdempotencyKey, OutcomeView } from '../views/outcome.ts'
import { side } from './kit.ts'

/** Acts of one of the parties, and what became of them. */
export const actOperations = {
  getOutcome: operation({
    name: 'getOutcome',
    side,
    method: 'GET',
    path: '/commands/{idempotencyKey}',
    summary:
      'What became of a write of the caller under this key: about a terminal, about an application, or else a document. Not found: nothing was carried out.',
    params: z.strictObject({ idempotencyKey: IdempotencyKey }),
    query: z.strictObject({
      lifecycleId: Reference.optional(),
      applicationId: Reference.optional(),
    }),
    reply: OutcomeView,
  }),
} as const
