import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import { isUnfinished } from '../facts/transactions.ts'
import { type Leaves, only } from './kit.ts'

/**
 * A transaction that is final asks nothing of anybody. While the terminal is given up it stays until the books close: what
 * becomes of it then may still outdate the statement.
 */
export const transactions: Leaves<'transactions'> = (context) => {
  const { transactions: all } = context
  if (phaseOf(context) === 'closing' || items(all).every(isUnfinished)) return all
  return only(all, isUnfinished)
}
