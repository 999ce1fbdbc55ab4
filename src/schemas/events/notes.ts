import * as z from 'zod'
import { documentTypes } from '../../domain/index.ts'
import { Reference, Text } from '../primitives.ts'

export const noteKinds = ['note', 'escalation', 'followUpOpened', 'followUpDone', 'supportContact'] as const

export const NoteRecorded = z.strictObject({
  type: z.literal('note.recorded'),
  kind: z.enum(noteKinds),
  text: Text,
  /** The follow-up that is opened or done. */
  followUpId: Reference.optional(),
  topic: z.enum([...documentTypes, 'deposit', 'settlement', 'damage', 'erasure', 'other']).optional(),
})
export interface NoteRecorded extends z.output<typeof NoteRecorded> {}

export const noteEvents = [NoteRecorded] as const
export type NoteEvent = NoteRecorded
