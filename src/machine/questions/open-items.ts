import { chargeOpen } from '../facts/charges.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { items } from '../facts/kit.ts'
import { settlementRest } from '../facts/settlement.ts'
import { openTest, openTransactions } from '../facts/transactions.ts'
import type { LifecycleRecord } from '../shape/record.ts'

/** What is still open of what the ledgers list; amounts in minor units of the record's currency. */
export interface OpenItems {
  /** Of the settlement: neither paid, on its way nor carried over. */
  readonly settlement: number
  /** By chargeId: neither met nor carried over. */
  readonly charges: ReadonlyMap<string, number>
  /** By depositId: neither given back, on its way, deducted nor carried over. */
  readonly deposits: ReadonlyMap<string, number>
  /** Refs of those that are neither final nor resolved nor written off with their device. */
  readonly transactions: ReadonlySet<string>
}

/**
 * What a terminal still has open, item by item.
 *
 * @example openItems(record).charges.get('charge-1') // 10_101
 */
export const openItems = ({ context }: LifecycleRecord): OpenItems => {
  const test = openTest(context)
  return {
    settlement: settlementRest(context),
    charges: new Map(items(context.charges).map((charge) => [charge.chargeId, chargeOpen(context, charge)])),
    deposits: new Map(
      items(context.deposits).map((deposit) => [deposit.depositId, freeDeposit(context, deposit)]),
    ),
    transactions: new Set([...openTransactions(context), ...(test ? [test] : [])].map(({ ref }) => ref)),
  }
}
