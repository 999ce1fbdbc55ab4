import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import type { Rules } from './kit.ts'

export const noteRules: Rules<EventOn<'notes'>> = {
  'note.recorded': (context, event) =>
    all(
      when(
        event.kind === 'followUpDone' &&
          (event.followUpId === undefined || context.followUps[event.followUpId] === undefined),
        'OBLIGATION_UNKNOWN',
        event.followUpId,
      ),
    ),
}
