import type { OrderStatus } from '../../schemas/index.ts'
import { fields, ledger, natural, text, word } from './kinds.ts'

/** An amount on its way, by the order that carries it. */
export interface Transfer {
  amount: number
  /** What of it was paid although it was no longer owed; it is charged back. */
  excess: number
  status: OrderStatus | 'returned'
  /** The caller's own reference: payoutId or refundId. */
  reference: string
}

export const transfers = () =>
  ledger(
    fields<Transfer>({
      amount: natural,
      excess: natural,
      status: word('ordered confirmed failed cancelled returned'),
      reference: text,
    }),
  )
