import type { Instant } from '../domain/index.ts'

/**
 * What stays of a life that was purged: that there was one, which number it had and until when that rests, and the hash of its newest
 * entry, by which an export of its journal can still be verified. What it was told is known by digests alone.
 */
export interface Tombstone {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** How many entries its journal had. */
  entries: number
  /** `hash` of the newest. */
  head: string
  closedAt: Instant
  /** Milliseconds since 1970 until which nobody but its merchant gets the number; `null`: it does not rest. */
  restsUntil: number | null
  purgedAt: Instant
  /** `personId` of who had it purged. */
  purgedBy: string
  /** The ground on which it was kept until then: `basis` of the rule. */
  basis: string
}
