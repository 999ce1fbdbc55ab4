import {
  type Department,
  type EventOn,
  type FollowUpProfile,
  followUpIdOf,
  followUpKinds,
  followUpProfileOf,
  mostEnded,
} from '../../domain/index.ts'
import type { NoteRecorded } from '../../schemas/index.ts'
import { acceptanceWanted } from '../facts/acceptance.ts'
import { items } from '../facts/kit.ts'
import { isToFollowUp, notesIn, writerOf } from '../facts/notes.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { supportFor } from './requests.ts'
import type { Turn } from './turn.ts'

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

/** What is to be seen to from now on; one that is open already stays as it is. */
export const openFollowUps = (turn: Turn, moment: FollowUpProfile['opens']): void => {
  for (const kind of followUpKinds) {
    const { opens, due } = followUpProfileOf(kind)
    const id = followUpIdOf(kind)
    const isKnown = turn.context.followUps[id]?.done === false
    if (opens === moment && !isKnown && isToFollowUp(turn.context, kind))
      turn.put('followUps', id, { id, text: kind, done: false, kind, due: turn.endOf(due) })
  }
}

/** Somebody brought the paper that shows it done. */
const isShown = ({ context, before }: Turn, paper: FollowUpProfile['paper']): boolean =>
  paper !== undefined &&
  items(context.documents).some(({ id, type }) => type === paper && !Object.hasOwn(before.documents, id))

/** Sale goes on: what was left is to be seen to. What has been seen to is done, whoever says so. */
export const followUp = (turn: Turn): void => {
  if (acceptanceWanted(turn.context) && !acceptanceWanted(turn.before)) openFollowUps(turn, 'resumed')
  for (const { id, kind, done } of items(turn.context.followUps)) {
    if (done || kind === undefined) continue
    const isDone = isShown(turn, followUpProfileOf(kind).paper) || !isToFollowUp(turn.context, kind)
    if (isDone) turn.update('followUps', id, { done: true })
  }
}

export const noteReducers: Reducers<EventOn<'notes'>> = {
  'note.recorded': (turn, note) => {
    const { kind, text, followUpId, by } = note
    const agentId = turn.context.agent?.agentId ?? null
    const { visibility = 'internal' } = note
    const written = { role: writerOf(by), organisationId: by.organisationId, visibility, agentId }
    if (kind === 'note') {
      const id = followUpId ?? `note:${turn.seq}`
      turn.set({ notes: { ...turn.context.notes, [id]: { id, text, at: turn.at, written } } })
      return
    }
    const id = followUpId ?? `follow-up:${turn.seq}`
    turn.put('followUps', id, { id, text, done: false, ...(note.visibility && { written }) })
    turn.keepNewest('followUps', mostEnded, ({ done, kind }) => done && kind === undefined)
    if (kind !== 'followUpOpened') openTicket(turn, departmentFor(turn.context, note), ticketOf[kind], id)
  },

  'followUp.done': (turn, { followUpId }) => {
    const { [followUpId]: note, ...notes } = notesIn(turn.context)
    if (note) turn.set({ notes })
    turn.update('followUps', followUpId, { done: true })
  },
}
