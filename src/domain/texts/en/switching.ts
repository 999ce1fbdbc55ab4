/** What was ordered of the host, and what it was read to say since: clauses of one sentence. */
export const switching = {
  stopOrdered: 'stop ordered {when}',
  startOrdered: 'start ordered {when}',
  notReadBack: 'not read back yet',
  readAsStopped: 'read back as stopped {when}',
  readAsSelling: 'read back as selling {when}',
  neverRead: 'unknown, the host was never read',
}
export type SwitchingClause = keyof typeof switching
