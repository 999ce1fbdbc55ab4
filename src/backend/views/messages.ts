import type { FollowUpView, NoteView, RequestView } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'

/** Notes as far as they are for the record's reader. */
export const notesOf = ({ context }: LifecycleRecord): readonly NoteView[] =>
  Object.values(context.notes ?? {}).map(({ id, text, at, written }) => ({
    ...{ id, text, at },
    ...{ role: written.role, visibility: written.visibility },
  }))

export const followUpsOf = ({ context }: LifecycleRecord): readonly FollowUpView[] =>
  Object.values(context.followUps).map(({ id, text, done, kind, due }) => ({ id, text, done, kind, due }))

export const requestsOf = ({ context }: LifecycleRecord): readonly RequestView[] =>
  Object.values(context.requests).map(({ madeBy: _, ...request }) => request)
