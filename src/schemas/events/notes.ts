import * as z from 'zod'
import { documentTypes, noteKinds, noteVisibilities } from '../../domain/index.ts'
import { Reference, Text } from '../primitives.ts'

/** Something said that moves no state. `note` is only kept; every other kind is followed up until `followUp.done`. */
export const NoteRecorded = z.strictObject({
  type: z.literal('note.recorded'),
  kind: z.enum(noteKinds),
  text: Text,
  /**
   * Who reads it beside the provider and whoever wrote it. Left out: nobody reads a plain note, and everybody what is followed
   * up.
   */
  visibility: z.enum(noteVisibilities).optional(),
  /** The follow-up that is opened; without it one is made up. */
  followUpId: Reference.optional(),
  topic: z
    .enum([...documentTypes, 'deposit', 'settlement', 'damage', 'erasure', 'complaint', 'other'])
    .optional(),
  /** Of an escalation: how far up it went. (DOC-39) */
  level: z.enum(['provider', 'acquirer', 'authority', 'legal']).optional(),
})
export interface NoteRecorded extends z.output<typeof NoteRecorded> {}

/** What was to be followed up is done. */
export const FollowUpDone = z.strictObject({ type: z.literal('followUp.done'), followUpId: Reference })
export interface FollowUpDone extends z.output<typeof FollowUpDone> {}

export const noteEvents = [NoteRecorded, FollowUpDone] as const
export type NoteEvent = NoteRecorded | FollowUpDone
