import type { EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'

export const noteReducers: Reducers<EventOn<'notes'>> = {
  'note.recorded': (turn, { kind, text, followUpId, topic }) => {
    if (kind === 'followUpOpened') {
      const id = followUpId ?? `follow-up:${turn.seq}`
      turn.put('followUps', id, { id, text, done: false })
    }
    if (kind === 'escalation') openTicket(turn, 'support', 'escalation', topic ?? null)
  },

  'followUp.done': (turn, { followUpId }) => turn.update('followUps', followUpId, { done: true }),
}
