import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { contradictions } from '../facts/acceptance.ts'
import { type Rules, report } from './kit.ts'

export const acceptanceRules: Rules<EventOn<'acceptance'>> = {
  'status.reported': report,

  'reading.accepted': (context, event) => {
    const { status, policy } = context
    const isOnceMore =
      contradictions(context).length > 0 && (status.contradicted ?? 0) < policy.verifyAttempts
    return all(
      when(
        status.readAt === null ||
          (event.readAt !== undefined && Date.parse(event.readAt) !== Date.parse(status.readAt)),
        'READING_UNKNOWN',
        event.readAt,
      ),
      // the host is asked again before anybody believes it
      when(isOnceMore, 'STATUS_MISMATCH', event.readAt),
    )
  },
}
