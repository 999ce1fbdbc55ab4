import { type Blocker, blocker, type EventOn } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { isMoney, routedAgain, routeOf } from '../facts/account.ts'
import { hasRun } from '../facts/clocks.ts'
import { againstAct } from '../facts/data.ts'
import { isMissing } from '../facts/devices.ts'
import { effectiveHolds } from '../facts/holds.ts'
import {
  announcedOrders,
  clockOf,
  isEndedOrder,
  isOpenFailure,
  isSuperseded,
  isWanted,
  resultIsThere,
} from '../facts/orders.ts'
import { settlementRest } from '../facts/settlement.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { moneyReady } from './account.ts'
import { erasureBlockers } from './data.ts'
import { refundBlockers, refundOvertaken } from './deposits.ts'
import { type Asked, type Rules, report, tooHigh } from './kit.ts'
import { unconfirmed } from './settlement.ts'

type OrderOf = LifecycleContext['orders'][string]

/** What is paid rests on a statement that covers everything and that nobody argues about. */
const agreed = ({ closing }: LifecycleContext) => {
  const statement = closing?.statement
  if (!statement || closing.closedAt !== null) return []
  return all(
    when(statement.stale, 'STATEMENT_STALE', statement.statementId),
    when(statement.status === 'disputed', 'SETTLEMENT_DISPUTED', statement.statementId),
  )
}

type MoneyOrder = Extract<OrderOf, { kind: 'payOut' | 'refundDeposit' }>

/** Where it goes, and whether it may go at all. */
const payable = (context: LifecycleContext, order: MoneyOrder, at: string): readonly Blocker[] => {
  const { method, accountToken } = order.params
  const isOtherAccount = accountToken !== routeOf(context, method).accountToken
  return all(
    moneyReady(context, method, at),
    // what was verified meanwhile is another account than this one
    when(!!context.payoutAccount?.verifiedBy && isOtherAccount, 'ACCOUNT_UNVERIFIED'),
    order.kind === 'payOut' && agreed(context),
  )
}

const depositOf = ({ deposits }: LifecycleContext, order: OrderOf) =>
  order.kind === 'refundDeposit' ? deposits[order.params.depositId] : undefined

/** Why money that was ordered would not be ordered like this any more. What nobody has begun to pay is taken back then. */
export const overtaken = (context: LifecycleContext, order: MoneyOrder, at: string): readonly Blocker[] => {
  const deposit = depositOf(context, order)
  return all(payable(context, order, at), deposit && refundOvertaken(context, deposit, at))
}

/** The record is asked once more before money moves, data is wiped or a number is unbound. */
const stillWanted = (context: LifecycleContext, order: OrderOf, at: string): readonly Blocker[] => {
  if (isMoney(order)) return overtaken(context, order, at)
  if (order.kind !== 'eraseDevice' && order.kind !== 'unbind') return []
  const { item: device, missing } = lookUp(context.devices, order.params.serial, 'DEVICE_UNKNOWN')
  if (missing) return missing
  return order.kind === 'eraseDevice'
    ? erasureBlockers(context, device)
    : againstAct(context, device, 'unbind')
}

/** The host is told to stop what must not go on. */
const isForbidden = (context: LifecycleContext, order: OrderOf): boolean =>
  order.kind === 'disableAcceptance' &&
  (!acceptanceWanted(context) ||
    order.params.capabilities.some((name) => effectiveHolds(context, name).length > 0))

/** The keys are on a device that nobody has. */
const isLoose = ({ devices }: LifecycleContext, order: OrderOf): boolean => {
  const device = order.kind === 'revokeKeys' ? devices[order.params.serial] : undefined
  return device !== undefined && isMissing(device)
}

/** Accepted long ago, and nothing came of it; answered in a way that the record could not take; or not tried any more. */
const isStuck = (context: LifecycleContext, order: OrderOf, at: string): boolean => {
  const { orderId, status } = order
  const clock = clockOf(order)
  const overdue = clock !== undefined && hasRun(context, `${clock}:${orderId}`, at)
  return status === 'confirmed'
    ? overdue
    : status === 'ordered' && (context.refusedAnswers[orderId] !== undefined || order.parked !== undefined)
}

/** Money once more: what is given back is asked for like a refund, what is paid is still owed. */
const payableAgain = (context: LifecycleContext, order: MoneyOrder, at: string): readonly Blocker[] => {
  const { params } = order
  const deposit = depositOf(context, order)
  return all(
    payable(context, order, at),
    order.kind === 'payOut' && context.closing?.statement?.status !== 'disputed' && unconfirmed(context),
    order.kind === 'payOut' && tooHigh(params, settlementRest(context), order.params.payoutId),
    deposit && refundBlockers(context, deposit, { amount: params, at }),
  )
}

/**
 * The same purpose again, where it still stands. What moves money, wipes or unbinds only after a definite failure: as long
 * as its end is not known, the other side is asked under the old order.
 */
const repeatBlockers = (
  context: LifecycleContext,
  order: OrderOf,
  { at, method }: Asked<'order.repeated'>,
) => {
  const { orderId, status, kind } = order
  if (isSuperseded(context, order) || status === 'cancelled') return [blocker('ORDER_ENDED', orderId)]
  const isBound = status === 'ordered' || (status === 'confirmed' && !resultIsThere(context, order))
  if (isBound && announcedOrders.has(kind)) return [blocker('RESULT_UNKNOWN', orderId)]
  if (!isWanted(context, order)) return [blocker('ORDER_ENDED', orderId)]
  if (status !== 'failed' && !isStuck(context, order, at)) return [blocker('RESULT_UNKNOWN', orderId)]
  const again = routedAgain(context, order, method)
  return isMoney(again) ? payableAgain(context, again, at) : stillWanted(context, again, at)
}

/** One that bears the name of an earlier version and is in the record no more had ended; any other name is unknown. */
const named = (
  context: LifecycleContext,
  event: { orderId?: string | undefined; seq?: number | undefined },
) => lookUp(context.orders, event.orderId, isEndedOrder(context, event) ? 'ORDER_ENDED' : 'ORDER_UNKNOWN')

export const orderRules: Rules<EventOn<'orders'>> = {
  'order.confirmed': report,
  'order.failed': report,
  'order.parked': report,
  'answer.refused': report,

  'order.revived': (context, event) => {
    const { item: order, missing } = named(context, event)
    if (missing) return missing
    const { status, parked, orderId } = order
    return all(
      when(status !== 'ordered', 'ORDER_ENDED', orderId),
      when(status === 'ordered' && parked === undefined, 'ORDER_CLAIMED', orderId),
    )
  },

  'order.repeated': (context, event) => {
    const { item: order, missing } = named(context, event)
    if (missing) return missing
    return all(
      when(event.method !== undefined && !isMoney(order), 'METHOD_UNSUITABLE', order.orderId),
      repeatBlockers(context, order, event),
    )
  },

  'order.claimed': (context, event) => {
    const { item: order, missing } = named(context, event)
    if (missing) return missing
    return all(
      when(order.status !== 'ordered', 'ORDER_ENDED', order.orderId),
      stillWanted(context, order, event.at),
    )
  },

  'order.cancelled': (context, event) => {
    const { item: order, missing } = named(context, event)
    if (missing) return missing
    // what failed is given up, where nobody orders it again
    return all(
      when(order.status !== 'ordered' && !isOpenFailure(context, order), 'ORDER_ENDED', order.orderId),
      when(order.status === 'ordered' && order.claimed, 'ORDER_CLAIMED', order.orderId),
      isForbidden(context, order) && blocker('HOLD_EFFECTIVE', order.orderId),
      isLoose(context, order) && blocker('KEYS_NOT_REVOKED', order.orderId),
    )
  },
}
