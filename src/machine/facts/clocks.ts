import type { ClockName } from '../../domain/index.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { awaitsAssessment } from './charges.ts'
import { isSuperseded, resultIsThere } from './orders.ts'
import { isLater } from './time.ts'

/** Has the clock run, whether or not anybody was told? */
export const hasRun = (context: LifecycleContext, deadlineId: string, at: string): boolean => {
  const deadline = context.deadlines[deadlineId]
  return (
    deadline !== undefined &&
    (deadline.status === 'fired' || deadline.status === 'running') &&
    !isLater(deadline.due, at)
  )
}

const isResultClock = (name: ClockName): boolean => name.startsWith('resultDue.') || name === 'collectionDue'

/** Is there still something to wait for? Where this says nothing, an event ends the clock. */
export const isStillAwaited = (context: LifecycleContext, { name, ref }: Deadline): boolean => {
  const undecided = ref === null ? undefined : context.devices[ref]?.undecided
  if (name === 'damageDecisionDue') return undecided !== undefined && undecided.length > 0
  if (name === 'assessmentDue' && ref !== null)
    return undecided?.includes('damage') === true || awaitsAssessment(context, ref)
  const order = ref === null || !isResultClock(name) ? undefined : context.orders[ref]
  if (order === undefined) return true
  return order.status !== 'failed' && !isSuperseded(context, order) && !resultIsThere(context, order)
}
