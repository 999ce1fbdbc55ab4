import type { Instant } from '../../domain/index.ts'
import { fields, flag, instant, integer, natural, optional, text, word } from './kinds.ts'

/** What the settlement comes to, in minor units of the record's currency, and whether the merchant agrees. */
export interface Statement {
  statementId: string
  upTo: Instant
  /** Minor units, cumulative for this closing; negative: the merchant owes, which stands as a charge. */
  net: number
  /** Of what the net is made, where the statement told it. */
  gross?: number
  fees?: number
  status: 'stated' | 'confirmed' | 'disputed' | 'deemed'
  /** A late transaction or an unsettled amount read back made it worthless. */
  stale: boolean
  /** What the charge `settlement:net` was raised to by it, whatever became of that charge; missing: what it comes to. */
  charged?: number
  /** Two people carried it over, or the argument about it, while it was disputed. */
  passedOn?: boolean
}

export const statement = () =>
  fields<Statement>({
    statementId: text,
    upTo: instant,
    net: integer,
    gross: optional(integer),
    fees: optional(integer),
    status: word('stated confirmed disputed deemed'),
    stale: flag,
    charged: optional(natural),
    passedOn: optional(flag),
  })
