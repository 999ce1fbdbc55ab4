import { isObject } from '../shape/kinds.ts'

type Named = Readonly<Record<string, unknown>>

/** What an order of this kind says since, where it was given before. */
const said: Readonly<Record<string, Named>> = {
  payOut: { method: 'directTransfer' },
  refundDeposit: { method: 'directTransfer' },
}

const grownOrder = (order: unknown): unknown => {
  if (!isObject(order) || typeof order.kind !== 'string' || !isObject(order.params)) return order
  const more = Object.hasOwn(said, order.kind) ? said[order.kind] : undefined
  return more ? { ...order, params: { ...more, ...order.params } } : order
}

/** Format 2 grew while it was the newest: what an earlier record of it does not say is said as it was meant. */
export const grown = (stored: Named): Named => {
  const { context } = stored
  if (!isObject(context) || !isObject(context.orders)) return stored
  const orders = Object.fromEntries(
    Object.entries(context.orders).map(([id, order]) => [id, grownOrder(order)]),
  )
  return { ...stored, context: { ...context, orders } }
}
