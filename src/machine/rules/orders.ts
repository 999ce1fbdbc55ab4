import { blocker, type EventOn } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { isMissing } from '../facts/devices.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { announcedOrders } from '../facts/orders.ts'
import { isDrained } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { erasureBlockers } from './data.ts'
import { type Rules, report } from './kit.ts'

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

/** The record is asked once more before money moves, data is wiped or a number is unbound. */
const stillWanted = (context: LifecycleContext, order: OrderOf) => {
  if (order.kind === 'payOut' || order.kind === 'refundDeposit')
    return all(
      effectiveHolds(context, 'payout').map(({ holdId }) => blocker('FUNDS_HELD', holdId)),
      when(
        !context.payoutAccount?.verifiedBy || context.payoutAccount.token !== order.params.accountToken,
        'ACCOUNT_UNVERIFIED',
      ),
      order.kind === 'payOut' && agreed(context),
    )
  if (order.kind !== 'eraseDevice' && order.kind !== 'unbind') return []
  const { item: device, missing } = lookUp(context.devices, order.params.serial, 'DEVICE_UNKNOWN')
  if (missing) return missing
  return order.kind === 'eraseDevice'
    ? erasureBlockers(context, device)
    : all(when(!isDrained(context, device), 'DEVICE_NOT_DRAINED', device.serial))
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

export const orderRules: Rules<EventOn<'orders'>> = {
  'order.confirmed': report,
  'order.failed': report,
  'answer.refused': report,

  // what moves money, wipes or unbinds is ordered by its own act, which asks everything once more
  'order.repeated': (context, event) => {
    const { item: order, missing } = lookUp(context.orders, event.orderId, 'ORDER_UNKNOWN')
    return (
      missing ??
      all(when(order.status !== 'failed' || announcedOrders.has(order.kind), 'ORDER_ENDED', order.orderId))
    )
  },

  'order.claimed': (context, event) => {
    const { item: order, missing } = lookUp(context.orders, event.orderId, 'ORDER_UNKNOWN')
    if (missing) return missing
    return all(when(order.status !== 'ordered', 'ORDER_ENDED', order.orderId), stillWanted(context, order))
  },

  'order.cancelled': (context, event) => {
    const { item: order, missing } = lookUp(context.orders, event.orderId, 'ORDER_UNKNOWN')
    if (missing) return missing
    return all(
      when(order.status !== 'ordered', 'ORDER_ENDED', order.orderId),
      when(order.status === 'ordered' && order.claimed, 'ORDER_CLAIMED', order.orderId),
      isForbidden(context, order) && blocker('HOLD_EFFECTIVE', order.orderId),
      isLoose(context, order) && blocker('KEYS_NOT_REVOKED', order.orderId),
    )
  },
}
