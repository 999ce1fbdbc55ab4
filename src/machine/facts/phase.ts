import type { Phase } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** Where the terminal is in its life, read off the context. */
export const phaseOf = ({ closing }: LifecycleContext): Phase =>
  closing === null ? 'live' : closing.closedAt === null ? 'closing' : 'closed'
