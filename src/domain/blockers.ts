import type { Instant, Owner } from './actor.ts'
import { type BlockerCode, blockerProfiles } from './blocker-profiles.ts'
import type { EventType } from './events.ts'

/** Plain JSON values that explain a blocker: amounts, dates, names of missing documents. Never personal data. */
export type Data = { readonly [key: string]: string | number | boolean | null | readonly string[] }

/** Why something may not happen yet: who has to act, and by which event. */
export interface Blocker {
  code: BlockerCode
  owner: Owner
  /** In an answer about a record: what helps there and now, the likeliest first; empty where no way leads there any more. */
  clearedBy: readonly EventType[]
  /** The hold, device (serial), deposit, charge, order … it is about. */
  ref?: string | undefined
  data?: Data | undefined
}

/** A report that contradicts the record: the fact is kept, and does not count while the code applies. */
export interface Issue {
  code: BlockerCode
  at: Instant
  eventSeq: number
  ref?: string | undefined
  data?: Data | undefined
}

/**
 * A blocker with its owner and clearing events filled in from the table.
 *
 * @example blocker('DEVICE_NOT_DRAINED', '123-456-789').owner // 'merchant'
 */
export const blocker = (code: BlockerCode, ref?: string, data?: Data): Blocker => {
  const { owner, clearedBy } = blockerProfiles[code]
  return { code, owner, clearedBy, ...(ref !== undefined && { ref }), ...(data && { data }) }
}
