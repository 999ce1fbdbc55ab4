import { type Instant, type Money, type ObligationKind, obligationKinds } from '../../domain/index.ts'
import { fields, flag, instant, type Kind, list, oneOf, text } from './kinds.ts'
import { money } from './kit.ts'

/** What two people agreed to settle after the closure: who owes it, on what basis, and since when. */
export interface CarriedOver {
  obligationId: string
  kind: ObligationKind
  ref: string
  amount: Money
  owner: string
  basis: string
  reviewAt: Instant
  by: readonly [string, string]
  discharged: boolean
}

export const carriedOver = () =>
  fields<CarriedOver>({
    obligationId: text,
    kind: oneOf(obligationKinds),
    ref: text,
    amount: money(),
    owner: text,
    basis: text,
    reviewAt: instant,
    by: list(text) as Kind<unknown> as Kind<CarriedOver['by']>,
    discharged: flag,
  })
