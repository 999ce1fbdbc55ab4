import { needsAccount, type PayoutMethod } from '../../domain/index.ts'
import type { Order, OrderParams } from '../../schemas/index.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** How the merchant wants its money: as the form of the closure says; by transfer where it says nothing. */
export const methodAsked = ({ closing, application }: LifecycleContext): PayoutMethod => {
  const request = closing ? closing.request : application?.request
  return (request?.process === 'closure' && request.payoutMethod) || 'directTransfer'
}

/** How an order of money says where it goes. */
type Route = Pick<OrderParams['payOut'], 'method' | 'accountToken'>

/** A transfer goes to the account on record; what needs no account names none. */
export const routeOf = ({ payoutAccount }: LifecycleContext, method: PayoutMethod): Route => ({
  method,
  accountToken: needsAccount(method) ? (payoutAccount?.token ?? null) : null,
})

export const isMoney = (order: Order): order is Extract<Order, { kind: 'payOut' | 'refundDeposit' }> =>
  order.kind === 'payOut' || order.kind === 'refundDeposit'

/** Ordered again, money goes to the account of now, and by another method where one was agreed. */
export const routedAgain = (context: LifecycleContext, order: Order, method?: PayoutMethod): Order =>
  isMoney(order)
    ? ({ ...order, params: { ...order.params, ...routeOf(context, method ?? order.params.method) } } as Order)
    : order
