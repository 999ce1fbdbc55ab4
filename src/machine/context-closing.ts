import type { ClosureReason, EventType, Instant, Money, ObligationKind } from '../domain/index.ts'

/** What only exists while the terminal is given up; complete when it is there. */
export interface Closing {
  reason: ClosureReason
  startedAt: Instant
  /** Confirmations asked for. */
  attempt: number
  confirmedAt: Instant | null
  closedAt: Instant | null
  /** The version that froze the books. */
  closedSeq: number | null
  /** First reading of `off` after the last order; what is uploaded later empties a device. */
  offReadAt: Instant | null
  statement: {
    statementId: string
    upTo: Instant
    /** Minor units, cumulative for this closing; negative: the merchant owes, which stands as a charge. */
    net: number
    status: 'stated' | 'confirmed' | 'disputed' | 'deemed'
    /** A late transaction or an unsettled amount read back made it worthless. */
    stale: boolean
    /** What the charge `settlement:net` was raised to by it, whatever became of that charge; missing: what it comes to. */
    charged?: number
    /** Two people carried it over, or the argument about it, while it was disputed. */
    passedOn?: boolean
  } | null
  settlementCarriedOver: number
}

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

/** What arrived after the books were closed. */
export interface TailItem {
  eventSeq: number
  kind: EventType
  at: Instant
  ref: string | null
  /** Somebody still has to deal with it. */
  open: boolean
}
