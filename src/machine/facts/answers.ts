import { type BlockerCode, type EventType, orderAnswers } from '../../domain/index.ts'
import type { LifecycleEvent, Order } from '../../schemas/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { covers } from './time.ts'

const ofAnyOrder: readonly EventType[] = ['order.confirmed', 'order.failed']

/** A status may come with any answer: it says nothing of another order. */
const answers: ReadonlySet<EventType> = new Set(
  [...ofAnyOrder, ...Object.values(orderAnswers).flat()].filter((type) => type !== 'status.reported'),
)

/** What an order and its answer both name must be the same. */
const names: Readonly<Record<string, BlockerCode>> = {
  orderId: 'ORDER_UNKNOWN',
  serial: 'WRONG_SERIAL',
  payoutId: 'PAYOUT_UNKNOWN',
  depositId: 'DEPOSIT_UNKNOWN',
  registryRef: 'IDENTITY_MISMATCH',
  template: 'RESULT_UNKNOWN',
  audience: 'RESULT_UNKNOWN',
}

const misnamed = (order: Order, event: LifecycleEvent): readonly string[] => {
  const asked: Readonly<Record<string, unknown>> = { ...order.params, orderId: order.orderId }
  return Object.entries(event).flatMap(([name, told]) => {
    const code = names[name]
    return code && told !== undefined && name in asked && asked[name] !== told ? [code] : []
  })
}

/** Figures from before what they were asked for are those of another time. */
const outdated = ({ devices }: LifecycleContext, order: Order, event: LifecycleEvent): readonly string[] => {
  if (order.kind === 'requestStatement' && event.type === 'settlement.stated')
    return covers(event.upTo, order.params.upTo) ? [] : ['STATEMENT_STALE']
  if (order.kind !== 'uploadBatch' || event.type !== 'batch.uploaded') return []
  const { lastTransactionAt = null } = devices[order.params.serial] ?? {}
  return covers(event.upTo, lastTransactionAt) ? [] : ['DEVICE_NOT_DRAINED']
}

/** Why an event is no answer to this order. */
const misfitOf = (context: LifecycleContext, order: Order, event: LifecycleEvent): readonly string[] =>
  [...ofAnyOrder, ...orderAnswers[order.kind]].includes(event.type)
    ? [...misnamed(order, event), ...outdated(context, order, event)]
    : ['RESULT_UNKNOWN']

/**
 * Why what a service told is about something else, found before any of it is told to the record; empty: it may be told. An
 * answer that says nothing of any order means that this one was accepted.
 */
export const misfits = (
  context: LifecycleContext,
  order: Order,
  told: readonly LifecycleEvent[],
): readonly string[] => {
  const found = told.filter(({ type }) => answers.has(type)).map((event) => misfitOf(context, order, event))
  return found.some((codes) => codes.length === 0) ? [] : [...new Set(found.flat())]
}
