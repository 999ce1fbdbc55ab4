import type { Deposit } from '../machine/index.ts'
import type { DepositSums } from './facts.ts'
import type { Story } from './story.ts'
import { arrived, deductedFrom, heldOf, moneyIn, offDeposit } from './sums.ts'

/** What was taken, and where it is now. */
export const depositSums = ({ record, context }: Story, deposit: Deposit): DepositSums => {
  const money = moneyIn(context)
  return {
    depositId: deposit.depositId,
    kind: deposit.kind,
    taken: deposit.amount,
    deducted: money(deductedFrom(deposit)),
    refunded: money(arrived(deposit.refunds)),
    carriedOver: money(offDeposit(record, deposit)),
    held: money(heldOf(record, deposit)),
  }
}
