import {
  type Blocker,
  blocker,
  clockProfiles,
  type EventType,
  type Role,
  resultClockOf,
  resultsOf,
} from '../../domain/index.ts'
import type { Order } from '../../schemas/index.ts'
import { isLate } from '../facts/clocks.ts'
import { isHidden, seesAll } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { isOpenFailure } from '../facts/orders.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** What ends an order, whoever tells it. */
const endsOf = ({ kind }: Order): readonly EventType[] => [
  ...resultsOf(kind),
  'order.confirmed',
  'order.failed',
]

const clearedBy = (item: Blocker, ...events: readonly EventType[]): Blocker => ({
  ...item,
  clearedBy: events,
})

const failed = (context: LifecycleContext): readonly Blocker[] =>
  items(context.orders)
    .filter((order) => isOpenFailure(context, order))
    .map(({ orderId, kind }) => blocker('ORDER_FAILED', orderId, { kind }))

const refused = ({ refusedAnswers, orders }: LifecycleContext): readonly Blocker[] =>
  items(refusedAnswers).flatMap(({ orderId, codes }) => {
    const order = orders[orderId]
    if (order?.status !== 'ordered') return []
    const item = blocker('ANSWER_REFUSED', orderId, { kind: order.kind, codes })
    return [clearedBy(item, ...endsOf(order), 'order.repeated')]
  })

const parked = ({ orders }: LifecycleContext): readonly Blocker[] =>
  items(orders).flatMap((order) => {
    if (order.status !== 'ordered' || order.parked === undefined) return []
    const { orderId, kind } = order
    const { code, attempts } = order.parked
    const item = blocker('ORDER_PARKED', orderId, { kind, code, attempts })
    return [clearedBy(item, 'order.revived', ...endsOf(order), 'order.repeated')]
  })

const runOut = (context: LifecycleContext): readonly Deadline[] =>
  items(context.deadlines).filter((deadline) => isLate(context, deadline))

const isToldTo =
  (context: LifecycleContext, viewer: Role) =>
  ({ name, ref }: Deadline): boolean =>
    (clockProfiles[name].tells as readonly string[]).includes(viewer) &&
    !(ref !== null && isHidden(context, ref, viewer))

const overdue = (context: LifecycleContext, { id, name, ref }: Deadline): Blocker => {
  const order = ref === null ? undefined : context.orders[ref]
  const { owner, ends, enables } = clockProfiles[name]
  if (order && name === resultClockOf(order.kind)) {
    const item = blocker('RESULT_OVERDUE', order.orderId, { kind: order.kind })
    return clearedBy(item, ...ends, 'order.failed', 'order.repeated')
  }
  const item = { ...blocker('CLOCK_RUN_OUT', id, { clock: name, item: ref }), owner }
  const events = [...new Set([...ends, ...enables])]
  return events.length > 0 ? clearedBy(item, ...events) : item
}

/** What went wrong between the provider and its systems. */
export const ownFailures = (context: LifecycleContext): readonly Blocker[] => [
  ...failed(context),
  ...refused(context),
  ...parked(context),
]

/**
 * What went wrong and is somebody's task: orders that failed, answers that could not be taken, results and clocks that are
 * overdue. `shown` are the clocks that another requirement shows as its own.
 */
export const failures = (
  context: LifecycleContext,
  shown: ReadonlySet<string>,
  viewer: Role,
): readonly Blocker[] => {
  const late = runOut(context).filter(({ id }) => !shown.has(id))
  const own = seesAll(viewer) ? late : late.filter(isToldTo(context, viewer))
  return [
    // they are nobody else's
    ...(seesAll(viewer) ? ownFailures(context) : []),
    ...own.map((deadline) => overdue(context, deadline)),
  ]
}
