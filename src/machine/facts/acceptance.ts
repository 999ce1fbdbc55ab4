import type { LifecycleContext } from '../shape/context.ts'
import { saleLimited } from './holds.ts'

/** Should the host accept transactions at all? */
export const acceptanceWanted = (context: LifecycleContext): boolean =>
  context.closing === null && !saleLimited(context)
