import type { PayoutMethod } from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { unwanted } from '../facts/acceptance.ts'
import { routedAgain } from '../facts/account.ts'
import { disableAcceptance, enableAcceptance, readStatus } from './acceptance.ts'
import { endOrder } from './order-ends.ts'
import type { Turn } from './turn.ts'

/** The money is bound anew, by the new order. */
const bindAgain = (turn: Turn, order: Order, orderId: string): void => {
  if (order.kind === 'payOut') {
    const payout = turn.context.payouts[order.orderId]
    if (payout) turn.put('payouts', orderId, { ...payout, excess: 0, status: 'ordered' })
  }
  if (order.kind !== 'refundDeposit') return
  const deposit = turn.context.deposits[order.params.depositId]
  const refund = deposit?.refunds[order.orderId]
  if (deposit && refund)
    turn.update('deposits', deposit.depositId, {
      refunds: { ...deposit.refunds, [orderId]: { ...refund, excess: 0, status: 'ordered' } },
    })
}

/** The same purpose once more, as it stands now; what is still on its way under the old order is given up for the new one. */
export const repeatOrder = (turn: Turn, order: Order, method?: PayoutMethod): void => {
  endOrder(turn, order.orderId, 'cancelled')
  if (order.kind === 'disableAcceptance')
    disableAcceptance(turn, order.params.urgent, !unwanted(turn.context).includes('sale'))
  else if (order.kind === 'enableAcceptance') enableAcceptance(turn)
  else if (order.kind === 'readStatus') readStatus(turn)
  else orderAgain(turn, routedAgain(turn.context, order, method))
}

const orderAgain = (turn: Turn, order: Order): void => {
  const orderId = turn.order(order.kind, order.params as never)
  bindAgain(turn, order, orderId)
  if (order.kind === 'eraseDevice') turn.update('devices', order.params.serial, { erasure: 'authorised' })
  if (order.kind === 'unbind') turn.update('devices', order.params.serial, { binding: 'unbindingOrdered' })
}
