import { isObject } from '../shape/kinds.ts'
import { always } from '../shape/told.ts'

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

const isNamed = (value: unknown): value is Named => isObject(value) && !Array.isArray(value)

/** Reports that were told stood under their names, each with the end of its time: now those of an hour stand together. */
const isFlat = (told: unknown): told is Readonly<Record<string, Named>> =>
  isNamed(told) && Object.values(told).some((item) => isNamed(item) && 'until' in item)

const byHour = (told: Readonly<Record<string, Named>>): Named => {
  const hours: Record<string, Record<string, unknown>> = {}
  for (const [name, { until, ...item }] of Object.entries(told)) {
    const end = typeof until === 'string' ? Date.parse(until) : Number.NaN
    const hour = Number.isNaN(end) ? always : new Date(end).toISOString().slice(0, 13)
    hours[hour] = { ...hours[hour], [name]: item }
  }
  return hours
}

/**
 * Format 2 grew while it was the newest: what an earlier record of it does not say is said as it was meant. The same record
 * comes back where nothing is missing.
 */
export const grown = (stored: Named): Named => {
  const { context } = stored
  if (!isObject(context)) return stored
  const { orders, told } = context
  const isBeforeMethods = isObject(orders) && Object.values(orders).some(isOld)
  if (!isBeforeMethods && !isFlat(told)) return stored
  return {
    ...stored,
    context: {
      ...context,
      ...(isBeforeMethods && {
        orders: Object.fromEntries(Object.entries(orders).map(([id, order]) => [id, grownOrder(order)])),
      }),
      ...(isFlat(told) && { told: byHour(told) }),
    },
  }
}
