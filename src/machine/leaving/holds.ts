import { mostLifted } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { newestOf } from './kit.ts'

/**
 * Nothing asks about it any more. One that is hidden stays, because what tells of it has to be known as long as there is a
 * journal; so does one on evidence, of which the same paper begins no second one, and one that an application names.
 */
const isOver = ({ application }: LifecycleContext, { holdId, status, disclosure, evidence }: Hold): boolean =>
  status === 'lifted' &&
  disclosure === 'open' &&
  evidence === undefined &&
  application?.holdIds.includes(holdId) !== true

/** Holds that have ended, but for the newest; their names stay, so that none is given twice. */
export const holds = (context: LifecycleContext): LifecycleContext => {
  if (items(context.holds).length <= mostLifted) return context
  const kept = newestOf(context.holds, mostLifted, (hold) => isOver(context, hold))
  if (kept === context.holds) return context
  const left = Object.keys(context.holds).filter((id) => !Object.hasOwn(kept, id))
  return { ...context, holds: kept, endedHolds: [...(context.endedHolds ?? []), ...left] }
}
