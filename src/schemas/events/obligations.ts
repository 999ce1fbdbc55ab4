import * as z from 'zod'
import { obligationKinds } from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { Instant, Money, Reference, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'

/** Closed with something still owed: what, to whom, on which ground, looked at again when. Two persons. */
export const ObligationCarriedOver = z.strictObject({
  type: z.literal('obligation.carriedOver'),
  obligationId: Reference,
  /** Anything but money is refused as NOT_TRANSFERABLE. */
  kind: z.enum([...obligationKinds, 'transactions', 'devices', 'keys', 'erasure', 'binding']),
  /** The deposit, charge or dispute; the statement for a settlement. */
  ref: Reference,
  amount: Money,
  owner: Reference,
  basis: Text,
  reviewAt: Instant,
})
export interface ObligationCarriedOver extends z.output<typeof ObligationCarriedOver> {}

/**
 * What was carried over beyond the closure has been settled, with papers that show it: payments and waivers for no less than is owed. One payment may
 * settle several, and is not held against what it settled before: whoever discharges looks what else it was for.
 */
export const ObligationDischarged = z.strictObject({
  type: z.literal('obligation.discharged'),
  obligationId: Reference,
  evidence: SomeDocumentRefs,
  ...vouching,
})
export interface ObligationDischarged extends z.output<typeof ObligationDischarged> {}

export const obligationEvents = [ObligationCarriedOver, ObligationDischarged] as const
export type ObligationEvent = ObligationCarriedOver | ObligationDischarged
