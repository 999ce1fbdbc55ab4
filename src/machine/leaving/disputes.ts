import { mostEnded } from '../../domain/index.ts'
import { type Leaves, newestOf } from './kit.ts'

/** Cases that are decided, but for the newest: what comes of an older one is a new case, or an issue. */
export const disputes: Leaves<'disputes'> = (context) =>
  newestOf(context.disputes, mostEnded, ({ status, carriedOver }) => status === 'closed' && !carriedOver)
