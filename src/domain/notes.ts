/** All but a plain note stay open until `followUp.done`; what needs hands goes to a department. */
export const noteKinds = ['note', 'escalation', 'followUpOpened', 'supportContact', 'problemRaised'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Who reads a note, beside the provider and whoever wrote it. */
export const noteVisibilities = ['internal', 'merchant', 'serviceProvider'] as const
export type NoteVisibility = (typeof noteVisibilities)[number]

/** Plain notes that each side may have in one record. One that is done leaves it, and stays in the journal. */
export const mostNotes = 100
