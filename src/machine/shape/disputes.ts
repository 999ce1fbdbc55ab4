import type { Instant, Money } from '../../domain/index.ts'
import { fields, flag, instant, nullable, optional, text, word } from './kinds.ts'
import { money } from './kit.ts'

/** A chargeback or complaint, and who bears it once it is closed. */
export interface Dispute {
  caseId: string
  amount: Money
  dueAt: Instant
  status: 'open' | 'closed'
  liability: 'merchant' | 'provider' | null
  /** Missing while it is open. */
  outcome?: 'won' | 'lost' | 'withdrawn'
  carriedOver: boolean
}

export const dispute = () =>
  fields<Dispute>({
    caseId: text,
    amount: money(),
    dueAt: instant,
    status: word('open closed'),
    liability: nullable(word('merchant provider')),
    outcome: optional(word('won lost withdrawn')),
    carriedOver: flag,
  })
