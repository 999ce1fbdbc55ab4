/** All but a plain note stay open until `followUp.done`; what needs hands goes to a department. */
export const noteKinds = ['note', 'escalation', 'followUpOpened', 'supportContact', 'problemRaised'] as const
export type NoteKind = (typeof noteKinds)[number]
