import type { Money } from '../../domain/index.ts'
import { fields, flag, ledger, natural, nullable, optional, text, word } from './kinds.ts'
import { money } from './kit.ts'

/**
 * What the merchant is to pay: amount, ground, and what has been paid on it. All amounts are of the record's
 * currency.
 */
export interface Charge {
  chargeId: string
  kind: string
  /** As raised, or as determined. */
  amount: Money
  /** By payment reference, minor units; deductions from deposits stand as `deposit:<depositId>`. */
  payments: Readonly<Record<string, number>>
  carriedOver: number
  status: 'raised' | 'disputed' | 'determined'
  feeTableVersion: string
  /** The device whose inspection, or the paper that it rests on; only of damages and accessories. */
  ground: string | null
  raisedBy: string
  /** Only of damages: nobody could tell who broke it, and a third person says what of it stands, or nothing does. Left out: as its ground says. */
  unassessed?: boolean
}

export const charge = () =>
  fields<Charge>({
    chargeId: text,
    kind: text,
    amount: money(),
    payments: ledger(natural),
    carriedOver: natural,
    status: word('raised disputed determined'),
    feeTableVersion: text,
    ground: nullable(text),
    raisedBy: text,
    unassessed: optional(flag),
  })
