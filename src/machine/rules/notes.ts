import { blocker, type EventOn, mostNotes, type Role } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { lateFactNamed } from '../facts/closing.ts'
import { items } from '../facts/kit.ts'
import { isFollowUpName, mayRead, notesIn, writerOf } from '../facts/notes.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Rules } from './kit.ts'

/** A call for help that nobody has answered. */
const isHelpAskedFor = ({ requests }: LifecycleContext, id: string | undefined): boolean =>
  items(requests).some(
    ({ requestId, kind, status }) => requestId === id && kind === 'support' && status === 'open',
  )

/** One side does not fill the record of both. */
const full = (context: LifecycleContext, role: Role) => {
  const isFull = items(notesIn(context)).filter(({ written }) => written.role === role).length >= mostNotes
  return isFull ? [{ ...blocker('NOTES_FULL', undefined, { most: mostNotes }), owner: role }] : []
}

export const noteRules: Rules<EventOn<'notes'>> = {
  'note.recorded': (context, event) =>
    all(
      when(
        event.followUpId !== undefined &&
          (isFollowUpName(context, event.followUpId) || Object.hasOwn(context.requests, event.followUpId)),
        'REFERENCE_IN_USE',
        event.followUpId,
      ),
      when(event.visibility === 'serviceProvider' && context.agent === null, 'AGENT_UNKNOWN'),
      event.kind === 'note' && full(context, writerOf(event.by)),
    ),

  'followUp.done': (context, event) => {
    // what is told late is between the provider and its systems
    if (event.by.role === 'provider' && lateFactNamed(context, event.followUpId)) return []
    if (event.by.role === 'provider' && isHelpAskedFor(context, event.followUpId)) return []
    const note = event.followUpId === undefined ? undefined : notesIn(context)[event.followUpId]
    if (note) {
      const isOwn = writerOf(event.by) === note.written.role && mayRead(context, note.written, event.by.role)
      return all(when(event.by.role !== 'provider' && !isOwn, 'OBLIGATION_UNKNOWN', note.id))
    }
    const { item: followUp, missing } = lookUp(context.followUps, event.followUpId, 'OBLIGATION_UNKNOWN')
    if (missing) return missing
    if (!mayRead(context, followUp.written, event.by.role))
      return [blocker('OBLIGATION_UNKNOWN', followUp.id)]
    return all(when(followUp.done, 'OBLIGATION_DISCHARGED', followUp.id))
  },
}
