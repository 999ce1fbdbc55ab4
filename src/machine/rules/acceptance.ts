import type { EventOn } from '../../domain/index.ts'
import { type Rules, report } from './kit.ts'

export const acceptanceRules: Rules<EventOn<'acceptance'>> = {
  'status.reported': report,
}
