import * as z from 'zod'
import { roles } from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { Amount, known, Words } from '../wire.ts'

/** A transaction that the record knows of. */
export const TransactionView = z.object({
  ref: Words,
  kind: known(['sale', 'preAuth', 'refund']),
  state: Words,
  /** Neither final nor resolved nor written off: the terminal is not closed before it is. */
  open: z.boolean(),
  amount: Amount,
  occurredAt: Instant,
  serial: Words.nullable(),
  /** It was only a test. */
  test: z.boolean(),
  /** Counts once the other side has accepted it. */
  resolution: z.object({ handling: Words, proposedBy: known(roles), accepted: z.boolean() }).nullable(),
})
export interface TransactionView extends z.output<typeof TransactionView> {}
