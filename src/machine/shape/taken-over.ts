import type { ClosureReason, Instant } from '../../domain/index.ts'
import type { Transfer } from './transfers.ts'

/** Where a case was until it was opened here. */
export interface TakenOver {
  /** Name of the system, or of the house. */
  source: string
  /** As of when everything in the opening is told: states, amounts, where devices are. */
  asOf: Instant
  /** What the case is called there. */
  reference?: string | undefined
}

/** A closure that was decided and begun elsewhere, with what was done of it. */
export interface ClosingTakenOver {
  reason: ClosureReason
  /** When sale was to end for good. */
  startedAt: Instant
  /** The newest statement, if there is one that still holds. What the merchant owes by it is a charge. */
  statement?:
    | {
        statementId: string
        upTo: Instant
        /** Minor units that are owed to the merchant by it, what was paid of it included. */
        net: number
        status: 'stated' | 'confirmed' | 'deemed'
      }
    | undefined
  /** What was paid of the settlement, by a number of its own. */
  payouts?: Readonly<Record<string, Transfer>> | undefined
}
