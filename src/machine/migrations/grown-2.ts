import { isObject } from '../shape/kinds.ts'

type Named = Readonly<Record<string, unknown>>

/** What an order of money said before it said by which method: then it was a transfer, to the account that it names. */
const saidBefore: Readonly<Record<string, readonly string[]>> = {
  payOut: ['accountToken', 'amount', 'payoutId'],
  refundDeposit: ['accountToken', 'amount', 'depositId', 'refundId'],
}

const isBefore = (kind: string, params: Named): boolean =>
  Object.hasOwn(saidBefore, kind) &&
  typeof params.accountToken === 'string' &&
  Object.keys(params).toSorted().join() === saidBefore[kind]?.join()

const isOld = (order: unknown): order is Named & { params: Named } =>
  isObject(order) &&
  typeof order.kind === 'string' &&
  isObject(order.params) &&
  isBefore(order.kind, order.params)

const grownOrder = (order: unknown): unknown =>
  isOld(order) ? { ...order, params: { ...order.params, method: 'directTransfer' } } : order

/**
 * Format 2 grew while it was the newest: what an earlier record of it does not say is said as it was meant. The same record
 * comes back where nothing is missing.
 */
export const grown = (stored: Named): Named => {
  const { context } = stored
  if (!isObject(context) || !isObject(context.orders) || !Object.values(context.orders).some(isOld))
    return stored
  const orders = Object.fromEntries(
    Object.entries(context.orders).map(([id, order]) => [id, grownOrder(order)]),
  )
  return { ...stored, context: { ...context, orders } }
}
