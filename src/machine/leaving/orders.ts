import { type Instant, mostEnded } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { announcedOrders, isOpenFailure, resultIsThere, subjectOf, switchOrders } from '../facts/orders.ts'
import { milliseconds } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { type Leaves, newest, only } from './kit.ts'

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

/** It ended well, and nothing later can be told of it that would count. */
const isDone = (context: LifecycleContext, order: Order): boolean =>
  order.status === 'confirmed' && resultIsThere(context, order)

/** What failed is over when the same was ordered later and was done: until then it may come up again. */
const isMadeGood = (context: LifecycleContext, order: Order): boolean => {
  const own = subjectOf(order)
  const all = items(context.orders)
  const later = all.slice(all.indexOf(order) + 1)
  return later.some((other) => subjectOf(other) === own && isDone(context, other))
}

/** A notice about a hold that has ended is nobody's task any more. */
const isPointless = ({ holds }: LifecycleContext, { kind, params }: Order): boolean =>
  kind === 'notify' &&
  params.template !== 'restriction_lifted' &&
  params.ref !== null &&
  holds[params.ref]?.status === 'lifted'

const isNeeded = (context: LifecycleContext, order: Order, at: Instant, named: Ids): boolean => {
  const { status, kind, orderId, orderedAt, params } = order
  if (status === 'ordered' || named.has(orderId)) return true
  // money, wiped devices and numbers given back: what they were ordered with is asked again as long as there is a record
  if (announcedOrders.has(kind)) return true
  if (milliseconds(at) - milliseconds(orderedAt) < minute) return true
  // that the merchant was told of a proposal may be said of an order that was taken back
  if (kind === 'notify' && params.ref !== null && params.ref === context.proposal?.proposalId) return true
  if (status === 'confirmed') return !isDone(context, order)
  return status === 'failed' && !isPointless(context, order) && !isMadeGood(context, order)
}
