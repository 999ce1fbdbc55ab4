import type { EventOn } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { lateFactNamed } from '../facts/closing.ts'
import { items } from '../facts/kit.ts'
import { isFollowUpName } from '../facts/notes.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Rules } from './kit.ts'

/** A call for help that nobody has answered. */
const isHelpAskedFor = ({ requests }: LifecycleContext, id: string | undefined): boolean =>
  items(requests).some(
    ({ requestId, kind, status }) => requestId === id && kind === 'support' && status === 'open',
  )

export const noteRules: Rules<EventOn<'notes'>> = {
  'note.recorded': (context, event) =>
    all(
      when(
        event.followUpId !== undefined &&
          (isFollowUpName(context, event.followUpId) || Object.hasOwn(context.requests, event.followUpId)),
        'REFERENCE_IN_USE',
        event.followUpId,
      ),
    ),

  'followUp.done': (context, event) => {
    // what is told late is between the provider and its systems
    if (event.by.role === 'provider' && lateFactNamed(context, event.followUpId)) return []
    if (event.by.role === 'provider' && isHelpAskedFor(context, event.followUpId)) return []
    const { item: followUp, missing } = lookUp(context.followUps, event.followUpId, 'OBLIGATION_UNKNOWN')
    return missing ?? all(when(followUp.done, 'OBLIGATION_DISCHARGED', followUp.id))
  },
}
