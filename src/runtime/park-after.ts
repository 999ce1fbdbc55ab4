import { orderKinds } from '../domain/index.ts'
import { urgentOrders } from '../machine/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import { readByName } from './by-name.ts'

/** After so many failed attempts an order is parked: one number for all kinds, or by name. Infinite: never. */
export type ParkAfter = number | Readonly<Partial<Record<OrderKind, number>>>

/** With breaker and backoff some ten minutes of a service that is down, or one order that never will do. */
const usual = 20

/** What takes sale or keys away is never given up by itself; a number for all kinds means these too. */
const usualOf = (kind: OrderKind): number => (urgentOrders.has(kind) ? Number.POSITIVE_INFINITY : usual)

/** @throws InvalidInputError for what is no number of attempts. */
export function parkAfterOf(given: ParkAfter = {}): Readonly<Record<OrderKind, number>> {
  return readByName('/parkAfter', given, orderKinds, { usualOf, least: 1, endless: true })
}
