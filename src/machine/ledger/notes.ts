import type { Department, EventOn } from '../../domain/index.ts'
import type { NoteRecorded } from '../../schemas/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { supportFor } from './requests.ts'

const byTopic: Readonly<Partial<Record<NonNullable<NoteRecorded['topic']>, Department>>> = {
  deposit: 'settlement',
  settlement: 'settlement',
  damage: 'workshop',
  erasure: 'workshop',
}

const ticketOf = {
  escalation: 'escalation',
  supportContact: 'support_contact',
  problemRaised: 'problem_raised',
} as const

/** Whose the subject is; where an authority or a lawyer was asked for help, that is the acquirer's risk. */
const departmentFor = (context: LifecycleContext, { topic, level }: NoteRecorded): Department => {
  if (level === 'authority' || level === 'legal') return 'risk'
  return (topic && byTopic[topic]) ?? supportFor(context)
}

export const noteReducers: Reducers<EventOn<'notes'>> = {
  'note.recorded': (turn, note) => {
    const { kind, text, followUpId } = note
    if (kind === 'note') return
    const id = followUpId ?? `follow-up:${turn.seq}`
    turn.put('followUps', id, { id, text, done: false })
    if (kind !== 'followUpOpened') openTicket(turn, departmentFor(turn.context, note), ticketOf[kind], id)
  },

  'followUp.done': (turn, { followUpId }) => turn.update('followUps', followUpId, { done: true }),
}
