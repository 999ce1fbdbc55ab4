import type { EventOn } from '../../domain/index.ts'
import { type Rules, report } from './kit.ts'

export const noticeRules: Rules<EventOn<'notices'>> = {
  'notice.sent': report,
}
