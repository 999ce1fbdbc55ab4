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

/** Of a charge whether somebody is still to tell who broke it stood with what it rests on alone, which may be looked at again. */
const isUnexplained = (charge: unknown, { devices, documents }: Named): charge is Named => {
  if (!isNamed(charge) || charge.kind !== 'damage' || charge.unassessed !== undefined) return false
  const said = (all: unknown, member: string): Named => {
    const item = isNamed(all) ? all[String(charge.ground)] : undefined
    return isNamed(item) && isNamed(item[member]) ? item[member] : {}
  }
  const cause = said(devices, 'inspection').damageCause ?? said(documents, 'facts').cause
  return cause === 'undetermined'
}

const grownCharge = (charge: unknown, context: Named): unknown =>
  isUnexplained(charge, context) ? { ...charge, unassessed: true } : charge

const each = (all: Named, change: (one: unknown) => unknown): Named =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]))

/**
 * Format 2 grew while it was the newest: what an earlier record of it does not say is said as it was meant. The same record
 * comes back where nothing is missing.
 */
export const grown = (stored: Named): Named => {
  const { context } = stored
  if (!isObject(context)) return stored
  const { orders, told, charges } = context
  const isBeforeMethods = isObject(orders) && Object.values(orders).some(isOld)
  const isBeforeCauses =
    isObject(charges) && Object.values(charges).some((charge) => isUnexplained(charge, context))
  if (!isBeforeMethods && !isBeforeCauses && !isFlat(told)) return stored
  return {
    ...stored,
    context: {
      ...context,
      ...(isBeforeMethods && { orders: each(orders, grownOrder) }),
      ...(isBeforeCauses && { charges: each(charges, (charge) => grownCharge(charge, context)) }),
      ...(isFlat(told) && { told: byHour(told) }),
    },
  }
}
