import type { LifecycleContext } from '../shape/context.ts'
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
