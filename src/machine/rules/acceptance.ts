import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { type Rules, report } from './kit.ts'

export const acceptanceRules: Rules<EventOn<'acceptance'>> = {
  'status.reported': report,

  'reading.accepted': ({ status }, event) =>
    all(
      when(
        status.readAt === null ||
          (event.readAt !== undefined && Date.parse(event.readAt) !== Date.parse(status.readAt)),
        'READING_UNKNOWN',
        event.readAt,
      ),
    ),
}
