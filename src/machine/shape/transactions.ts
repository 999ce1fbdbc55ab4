import type { Actor, Instant, Money } from '../../domain/index.ts'
import { fields, flag, instant, nullable, text, word } from './kinds.ts'
import { actor, money } from './kit.ts'

/** A transaction as it was last reported; only what is open, or ended lately, is kept in the record. */
export interface Transaction {
  ref: string
  kind: 'sale' | 'preAuth' | 'refund'
  state: string
  amount: Money
  occurredAt: Instant
  serial: string | null
  test: boolean
  /** Counts once it is accepted by the other side; written off with its device. */
  resolution: { handling: string; proposedBy: Actor; accepted: boolean } | null
}

export const transaction = () =>
  fields<Transaction>({
    ref: text,
    kind: word('sale preAuth refund'),
    state: text,
    amount: money(),
    occurredAt: instant,
    serial: nullable(text),
    test: flag,
    resolution: nullable(
      fields<NonNullable<Transaction['resolution']>>({ handling: text, proposedBy: actor(), accepted: flag }),
    ),
  })
