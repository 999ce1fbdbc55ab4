import * as z from 'zod'
import { orderKinds } from '../../domain/index.ts'
import { Instant, OrderId, orderStatuses } from '../../schemas/index.ts'
import { known, list, Words } from '../wire.ts'
import { Details } from './blocker.ts'

/** What was ordered in the acquirer's own systems, and how it gets on. For the acquirer. */
export const OrderView = z.object({
  orderId: OrderId,
  kind: known(orderKinds),
  /** What it is about, under the names of its parameters; never an account. */
  about: Details,
  status: known(orderStatuses),
  orderedAt: Instant,
  /** A worker has announced that it calls out. */
  claimed: z.boolean(),
  /** How often it was tried, as long as it has not ended. */
  attempts: z.int().nonnegative(),
  /** Why the last attempt failed; a code. */
  lastErrorCode: Words.nullable(),
  /** Failed too often and is not tried any more before somebody revives it. */
  parked: z.object({ code: Words, attempts: z.int().positive(), at: Instant }).nullable(),
  /** What its service answered and the record refused. */
  refusedAnswer: z.object({ codes: list(Words), at: Instant }).nullable(),
})
export interface OrderView extends z.output<typeof OrderView> {}
