import type { Instant } from '../../domain/index.ts'
import { fields, instant, nullable, text } from './kinds.ts'

/** Where money is paid to. A token stands for the account; its number is kept nowhere. */
export interface PayoutAccount {
  token: string
  name: string
  enteredBy: string
  verifiedBy: string | null
  changedAt: Instant
}

export const payoutAccount = () =>
  fields<PayoutAccount>({
    token: text,
    name: text,
    enteredBy: text,
    verifiedBy: nullable(text),
    changedAt: instant,
  })
