import { freeDeposit } from '../facts/deposits.ts'
import { items } from '../facts/kit.ts'
import { isMoving } from '../facts/transfers.ts'
import { all, type Missing, when } from './kit.ts'

export const deposits: Missing = (context) =>
  items(context.deposits).flatMap((deposit) =>
    all(
      when(freeDeposit(context, deposit) > 0, 'DEPOSIT_NOT_REFUNDED', deposit.depositId, {
        amount: freeDeposit(context, deposit),
      }),
      when(isMoving(deposit.refunds), 'REFUND_PENDING', deposit.depositId),
    ),
  )
