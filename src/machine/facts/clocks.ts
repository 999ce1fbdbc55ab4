import { type ClockName, clockProfiles } from '../../domain/index.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { unassessed } from './charges.ts'
import { isObligationOwed } from './closing.ts'
import { freeDeposit } from './deposits.ts'
import { items } from './kit.ts'
import { isSuperseded, isWanted, resultIsThere } from './orders.ts'
import { phaseOf } from './phase.ts'
import { settlementRest } from './settlement.ts'
import { isLater } from './time.ts'
import { isDraining } from './transactions.ts'
import { inFlight } from './transfers.ts'

/** Has the clock run, whether or not anybody was told? */
export const hasRun = (context: LifecycleContext, deadlineId: string, at: string): boolean => {
  const deadline = context.deadlines[deadlineId]
  return (
    deadline !== undefined &&
    (deadline.status === 'fired' || deadline.status === 'running') &&
    !isLater(deadline.due, at)
  )
}

/** The merchant has applied for this hold to end: it is the reviewer's turn, who has a clock of his own. */
const isAsked = ({ application }: LifecycleContext, { name, ref }: Deadline): boolean =>
  (name === 'approvalValidity' || name === 'holdEnd') &&
  application?.kind === 'reinstatement' &&
  application.rejection === null &&
  application.holdIds.some((id) => id === ref)

/** It has run and still waits; what only enables, begins or expires makes nobody late. */
export const isLate = (context: LifecycleContext, deadline: Deadline): boolean =>
  deadline.status === 'fired' && !clockProfiles[deadline.name].expires && !isAsked(context, deadline)

const isResultClock = (name: ClockName): boolean => name.startsWith('resultDue.') || name === 'collectionDue'

/** Paid back is what has arrived: money on its way is still waited for. */
const isDepositOwed = (context: LifecycleContext, depositId: string): boolean => {
  const deposit = context.deposits[depositId]
  return deposit === undefined || freeDeposit(context, deposit) + inFlight(deposit.refunds) > 0
}

/** Somebody saw the entry in the risk list, or that none is due; the paper of neither leaves it owed. */
const isListed = ({ documents }: LifecycleContext): boolean =>
  items(documents).some(
    ({ type, facts, checkedBy, isRejected }) =>
      type === 'risk_listing_record' && facts?.result !== undefined && checkedBy !== null && !isRejected,
  )

/** Is there still something to wait for? Where this says nothing, an event ends the clock. */
export const isStillAwaited = (context: LifecycleContext, { name, ref }: Deadline): boolean => {
  if (name === 'drainDue') return isDraining(context)
  if (name === 'payoutDue' && context.closing) return settlementRest(context) + inFlight(context.payouts) > 0
  if (ref === null) return true
  if (name === 'riskListingDue') return !isListed(context)
  // a terminal that is given up neither goes on after a pause nor comes back after a test
  if (name === 'holdEnd' || name === 'approvalValidity') return phaseOf(context) === 'live'
  const undecided = context.devices[ref]?.undecided
  if (name === 'damageDecisionDue') return undecided !== undefined && undecided.length > 0
  if (name === 'assessmentDue')
    return undecided?.includes('damage') === true || unassessed(context, ref).length > 0
  if (name === 'depositDue') return isDepositOwed(context, ref)
  const obligation = name === 'obligationDue' ? context.carriedOver[ref] : undefined
  if (obligation) return isObligationOwed(context, obligation)
  const order = context.orders[ref]
  if (order === undefined) return true
  // one that failed is waited for as long as nothing took its place
  if (name.startsWith('disableConfirmDue'))
    return !isSuperseded(context, order) && (order.status !== 'failed' || isWanted(context, order))
  if (!isResultClock(name)) return true
  return order.status !== 'failed' && !isSuperseded(context, order) && !resultIsThere(context, order)
}
