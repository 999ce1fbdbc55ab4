import * as z from 'zod'
import { SomeDocumentRefs } from '../document-ref.ts'
import { Reference, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'

/** `token` stands for the account; an account number is never carried. */
export const PayoutAccountChanged = z.strictObject({
  type: z.literal('payoutAccount.changed'),
  token: Reference,
  name: Text,
})
export interface PayoutAccountChanged extends z.output<typeof PayoutAccountChanged> {}

/**
 * The account that money is paid to was checked: `token` stands for it, its number is kept nowhere. Not by who
 * changed it.
 */
export const PayoutAccountVerified = z.strictObject({
  type: z.literal('payoutAccount.verified'),
  token: Reference,
  evidence: SomeDocumentRefs,
  ...vouching,
})
export interface PayoutAccountVerified extends z.output<typeof PayoutAccountVerified> {}

export const accountEvents = [PayoutAccountChanged, PayoutAccountVerified] as const
export type AccountEvent = PayoutAccountChanged | PayoutAccountVerified
