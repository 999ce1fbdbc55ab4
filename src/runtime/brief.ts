import type { Answer, Refused } from '../machine/index.ts'

/** An acceptance as it is kept: what the journal and the record of that version do not tell. */
export interface BriefAcceptance {
  accepted: true
  noop: boolean
  version: number
  /** The clocks that were started or changed. */
  deadlineIds: readonly string[]
}

/**
 * An answer as it is kept. Most are never asked for again, and a record is many times as long as what was said about it:
 * the journal has what is left out.
 */
export type Brief = Refused | BriefAcceptance

export function briefOf(answer: Answer): Brief {
  if (!answer.accepted) return answer
  const { accepted, noop, record, deadlines } = answer
  return { accepted, noop, version: record.version, deadlineIds: deadlines.map(({ id }) => id) }
}
