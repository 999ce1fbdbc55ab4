import { type EventOn, isReservedFollowUp } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { isLateFactId, lateFactNamed } from '../facts/closing.ts'
import type { Rules } from './kit.ts'

export const noteRules: Rules<EventOn<'notes'>> = {
  'note.recorded': (context, event) =>
    all(
      when(
        event.followUpId !== undefined &&
          (isLateFactId(event.followUpId) ||
            isReservedFollowUp(event.followUpId) ||
            Object.hasOwn(context.followUps, event.followUpId)),
        'REFERENCE_IN_USE',
        event.followUpId,
      ),
    ),

  'followUp.done': (context, event) => {
    // what is told late is between the provider and its systems
    if (event.by.role === 'provider' && lateFactNamed(context, event.followUpId)) return []
    const { item: followUp, missing } = lookUp(context.followUps, event.followUpId, 'OBLIGATION_UNKNOWN')
    return missing ?? all(when(followUp.done, 'OBLIGATION_DISCHARGED', followUp.id))
  },
}
