import type { LifecycleRecord } from '../machine/index.ts'
import type { Order } from '../schemas/index.ts'
import { millisecondsOf } from './projection.ts'

/** So many orders of one kind in one minute of business time are no longer anybody's wish. */
const manyPerMinute = 20
const minute = 60_000

/**
 * Is the order one of a circle? A host that confirms whatever it is told and never does it is ordered, read, and ordered
 * again; such orders wait like failed ones instead of being sent as fast as the host answers.
 */
export function isHasty({ context }: LifecycleRecord, order: Order): boolean {
  const at = millisecondsOf(order.orderedAt)
  const isBefore = (instant: number): boolean => at - minute < instant && instant <= at
  const alike = Object.values(context.orders).filter(
    ({ kind, orderedAt }) => kind === order.kind && isBefore(millisecondsOf(orderedAt)),
  )
  return alike.length > manyPerMinute
}
