import type { EventOn } from '../../domain/index.ts'
import { type Rules, report } from './kit.ts'

export const keyRules: Rules<EventOn<'keys'>> = {
  'keys.removed': report,
}
