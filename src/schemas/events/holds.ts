import * as z from 'zod'
import { causeSources, limits, releasePaths, suspensionReasons, testKinds } from '../../domain/index.ts'
import { SomeDocumentRefs } from '../document-ref.ts'
import { Instant, listOf, Reference, SerialNumber, Text } from '../primitives.ts'
import { vouching } from '../vouching.ts'

const Caps = listOf(z.enum(limits), { max: limits.length })
const hold = { holdId: Reference }

/**
 * A cause why the terminal may not do everything. What is left out (`caps`, `release`, `test`, `disclosure`) comes from
 * the profile of the reason; `startsAt` in the future makes a planned hold.
 *
 * Whoever may place it may say `release: 'none'`, an agent too: what it says is that the terminal does not come back, and any other person of the
 * provider takes that back with `hold.rescinded`.
 */
export const HoldPlaced = z.strictObject({
  type: z.literal('hold.placed'),
  ...hold,
  code: z.enum(suspensionReasons),
  caps: Caps.optional(),
  startsAt: Instant.optional(),
  /** Planned end; it only reminds. */
  until: Instant.optional(),
  orderRef: Reference.optional(),
  release: z.enum(releasePaths).optional(),
  test: z.enum(testKinds).optional(),
  disclosure: z.enum(['open', 'hidden']).optional(),
  /** The arrears this hold is about; they stand in the ledger of charges once. */
  chargeId: Reference.optional(),
  /** The one device that it is about, where the terminal sells on several: its own test ends it. */
  serial: SerialNumber.optional(),
  /** Where the reason became known. */
  source: z.enum(causeSources).optional(),
  /** What is wrong, in words, for whoever may see the hold; a reason that is on no list needs them. */
  words: Text.optional(),
  /** Whose failure it is: the terminal's, or the platform's, which asks nothing of the merchant. */
  side: z.enum(['terminal', 'platform']).optional(),
})
export interface HoldPlaced extends z.output<typeof HoldPlaced> {}

/** Whoever the hold is about says that its cause is mended, and shows it. The hold stays until that is verified. */
export const HoldRemedyClaimed = z.strictObject({
  type: z.literal('hold.remedyClaimed'),
  ...hold,
  evidence: SomeDocumentRefs,
})
export interface HoldRemedyClaimed extends z.output<typeof HoldRemedyClaimed> {}

/** The provider has seen that the cause is mended. Not by who claimed it. */
export const HoldRemedyVerified = z.strictObject({
  type: z.literal('hold.remedyVerified'),
  ...hold,
  ...vouching,
})
export interface HoldRemedyVerified extends z.output<typeof HoldRemedyVerified> {}

/**
 * The cause of the hold is gone. Who may lift it, and whether it takes papers or a second person, follows from its
 * release path.
 */
export const HoldLifted = z.strictObject({
  type: z.literal('hold.lifted'),
  ...hold,
  /** The authority's own order that ends a hold placed on its order. */
  orderRef: Reference.optional(),
  /** The agreement or the waiver by which two people end a hold whose charge, case or account is still open. */
  evidence: SomeDocumentRefs.optional(),
})
export interface HoldLifted extends z.output<typeof HoldLifted> {}

/** The hold should never have been placed. It stays in the journal, and counts as a mistake. Not by who placed it. */
export const HoldRescinded = z.strictObject({ type: z.literal('hold.rescinded'), ...hold, reason: Text })
export interface HoldRescinded extends z.output<typeof HoldRescinded> {}

/** Somebody looked at the hold again, and it stays; its next review is due as long again from now. */
export const HoldReviewed = z.strictObject({
  type: z.literal('hold.reviewed'),
  ...hold,
  /** Why it stays, for whoever may see the hold. */
  reason: Text,
})
export interface HoldReviewed extends z.output<typeof HoldReviewed> {}

/** An umbrella code (UNKNOWN, FUNDS_ISSUE …) becomes a specific one; release and test follow the new code. */
export const HoldReclassified = z.strictObject({
  type: z.literal('hold.reclassified'),
  ...hold,
  code: z.enum(suspensionReasons),
  caps: Caps.optional(),
  /** Where it becomes an authority's: the reference of its order. */
  orderRef: Reference.optional(),
  /** The one device that it is about, where that was found out. */
  serial: SerialNumber.optional(),
  /** What is wrong, where it is something else than was said so far. */
  words: Text.optional(),
})
export interface HoldReclassified extends z.output<typeof HoldReclassified> {}

/** A suspension goes on for longer than was planned. */
export const SuspensionExtended = z.strictObject({
  type: z.literal('suspension.extended'),
  ...hold,
  until: Instant,
})
export interface SuspensionExtended extends z.output<typeof SuspensionExtended> {}

export const holdEvents = [
  HoldPlaced,
  HoldRemedyClaimed,
  HoldRemedyVerified,
  HoldLifted,
  HoldRescinded,
  HoldReviewed,
  HoldReclassified,
  SuspensionExtended,
] as const
export type HoldEvent =
  | HoldPlaced
  | HoldRemedyClaimed
  | HoldRemedyVerified
  | HoldLifted
  | HoldRescinded
  | HoldReviewed
  | HoldReclassified
  | SuspensionExtended
