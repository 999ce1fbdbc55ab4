import type { Money } from '../../domain/index.ts'
import { fields, ledger, natural, text, word } from './kinds.ts'
import { type Ledger, money } from './kit.ts'
import { type Transfer, transfers } from './transfers.ts'

/** Money that the provider holds: what was deducted, refunded and is on its way, by the order that moved it. */
export interface Deposit {
  depositId: string
  kind: 'guarantee' | 'device_pledge'
  amount: Money
  heldBy: string
  releaseRule: 'custody' | 'guaranteeTail'
  /** By orderId. */
  refunds: Ledger<Transfer>
  /** By chargeId, minor units. */
  deductions: Readonly<Record<string, number>>
  carriedOver: number
}

export const deposit = () =>
  fields<Deposit>({
    depositId: text,
    kind: word('guarantee device_pledge'),
    amount: money(),
    heldBy: text,
    releaseRule: word('custody guaranteeTail'),
    refunds: transfers(),
    deductions: ledger(natural),
    carriedOver: natural,
  })
