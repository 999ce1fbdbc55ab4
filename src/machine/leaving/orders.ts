import { type Instant, mostEnded } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import {
  announcedOrders,
  isSuperseded,
  isWanted,
  resultIsThere,
  subjectOf,
  switchOrders,
} from '../facts/orders.ts'
import { milliseconds } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Leaves, only } from './kit.ts'

type Order = LifecycleContext['orders'][string]
type Ids = ReadonlySet<string>

/** Orders that follow each other in a circle are told by how many of them there were in the last minute. */
const minute = 60_000

/** Clocks that wait for what the order was given for, and tickets about it that somebody still has to see to. */
const namesOf = ({ deadlines, orders }: LifecycleContext): Ids =>
  new Set([
    ...items(deadlines).flatMap(({ ref }) => ref ?? []),
    ...items(orders).flatMap(({ kind, status, params }) =>
      kind === 'openTicket' && status === 'ordered' && params.ref !== null ? [params.ref] : [],
    ),
  ])

/** Accepted, and its result is waited for: neither is it there, nor was the same ordered again. */
const isAwaited = (context: LifecycleContext, order: Order): boolean =>
  order.status === 'confirmed' && !resultIsThere(context, order) && !isSuperseded(context, order)

/** What failed is nobody's task once the same was ordered later and has ended otherwise than by being taken back. */
const isMadeGood = ({ orders }: LifecycleContext, order: Order): boolean => {
  const own = subjectOf(order)
  const all = items(orders)
  return all
    .slice(all.indexOf(order) + 1)
    .some((other) => (other.status === 'confirmed' || other.status === 'failed') && subjectOf(other) === own)
}

/** A notice about a hold that has ended is nobody's task any more. */
const isPointless = (context: LifecycleContext, order: Order): boolean =>
  order.kind === 'notify' && order.params.audience !== 'serviceProvider' && !isWanted(context, order)

const isNeeded = (context: LifecycleContext, order: Order, at: Instant, named: Ids): boolean => {
  const { status, kind, orderId, orderedAt, params } = order
  if (status === 'ordered' || named.has(orderId)) return true
  // money, wiped devices and numbers given back: what they were ordered with is asked again as long as there is a record
  if (announcedOrders.has(kind)) return true
  if (milliseconds(at) - milliseconds(orderedAt) < minute) return true
  // whoever was asked to close the number may still say that it is done
  if (kind === 'confirmClosure' && params.attempt === context.closing?.attempt) return true
  // that the merchant was told of a proposal may be said of an order that was taken back
  if (kind === 'notify' && params.ref !== null && params.ref === context.proposal?.proposalId) return true
  if (status === 'failed') return !isPointless(context, order) && !isMadeGood(context, order)
  return isAwaited(context, order)
}

/** People still read these: what was told lately, and what may have been switched although it was given up. */
const readable: readonly ((order: Order) => boolean)[] = [
  ({ kind }) => kind === 'notify',
  ({ kind, status }) => switchOrders.has(kind) && status !== 'confirmed',
]

/** Orders that have ended, but for those that something still rests on, and the newest of those that people still read. */
export const orders: Leaves<'orders'> = (context, at) => {
  const all = items(context.orders)
  const ended = all.filter(({ status }) => status !== 'ordered')
  // most of the time: the few notices that people still read, what stays for good, and nothing that leaves
  const others = ended.filter(({ kind }) => kind !== 'notify' && !announcedOrders.has(kind))
  const fewNotices = ended.filter(({ kind }) => kind === 'notify').length <= mostEnded
  if (fewNotices && others.length === 0) return context.orders
  const named = namesOf(context)
  if (fewNotices && others.every((order) => isNeeded(context, order, at, named))) return context.orders
  const stay = new Set<Order>()
  const subjects = new Set<string>()
  for (const order of all) {
    const needed = isNeeded(context, order, at, named)
    // in the order of time: one that came later says of those before it that they are nobody's task, so it goes after them
    if (needed || subjects.has(subjectOf(order))) stay.add(order)
    if (needed) subjects.add(subjectOf(order))
  }
  for (const isRead of readable) for (const order of ended.filter(isRead).slice(-mostEnded)) stay.add(order)
  return stay.size === all.length ? context.orders : only(context.orders, (order) => stay.has(order))
}
