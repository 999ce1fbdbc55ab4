import type { EventOn } from '../../domain/index.ts'
import type { Rules } from './kit.ts'

export const partyRules: Rules<EventOn<'parties'>> = {
  'representative.appointed': () => [],
  'counterparty.declaredUnreachable': () => [],
}
