import type { EventOn } from '../../domain/index.ts'
import { type Rules, report } from './kit.ts'

export const disputeRules: Rules<EventOn<'disputes'>> = {
  'dispute.opened': report,
  'dispute.closed': report,
}
