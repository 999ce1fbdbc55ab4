import {
  type BlockerCode,
  type EventType,
  isPending,
  type OrderKind,
  orderAnswers,
} from '../../domain/index.ts'
import {
  type AnyTerminalLifecycleError,
  isTerminalLifecycleError,
  PluginError,
  ServiceAnswerError,
  ServiceFailedError,
} from '../../errors/index.ts'
import type { LifecycleEvent, Order, ServiceAnswer } from '../../schemas/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { covers, isLater } from './time.ts'

/** More is no answer: a record that takes it is busy for a minute. */
const mostEvents = 100

/** What a service answered, where it has the shape of an answer. */
export const readAnswer = (kind: OrderKind, answered: unknown): ServiceAnswer => {
  if (isPending(answered)) return answered
  if (!Array.isArray(answered)) {
    const found = answered === null ? 'null' : typeof answered
    throw new ServiceAnswerError({ kind, codes: ['NOT_A_LIST'], found })
  }
  if (answered.length > mostEvents) {
    throw new ServiceAnswerError({ kind, codes: ['TOO_MANY_EVENTS'], found: `${answered.length} events` })
  }
  // a hole is passed over by whoever goes through a list
  return Array.from(answered)
}

/** Also one of another realm, as test runners make them. */
const isError = (thrown: unknown): boolean => {
  try {
    return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]'
  } catch {
    // A proxy may throw whatever it is asked.
    return false
  }
}

/**
 * What a service threw. What is no error becomes one: no trouble of the other side looks like that, so somebody has to look at
 * the service.
 */
export const thrownBy = (kind: OrderKind, thrown: unknown): unknown => {
  if (isError(thrown) || isTerminalLifecycleError(thrown)) return thrown
  return new ServiceFailedError({
    kind,
    reason: `threw ${thrown === null ? 'null' : typeof thrown}, not an error`,
  })
}

/** What a service threw, for whoever is told: an error of its own may print anything, and only its names, codes and places are kept. */
export const failureOf = (kind: OrderKind, thrown: unknown): AnyTerminalLifecycleError =>
  isTerminalLifecycleError(thrown) && isError(thrown)
    ? thrown
    : new PluginError({ part: 'services', kind, cause: thrown })

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

/** A reading from before the host was asked, or of that very instant, says nothing of afterwards: its order goes on. */
const isReadTooEarly = ({ kind, orderedAt }: Order, told: readonly LifecycleEvent[]): boolean => {
  const readings = told.filter((event) => event.type === 'status.reported')
  return (
    kind === 'readStatus' && readings.length > 0 && !readings.some(({ readAt }) => isLater(readAt, orderedAt))
  )
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
  if (isReadTooEarly(order, told)) return ['STALE_READ']
  const found = told.filter(({ type }) => answers.has(type)).map((event) => misfitOf(context, order, event))
  return found.some((codes) => codes.length === 0) ? [] : [...new Set(found.flat())]
}
