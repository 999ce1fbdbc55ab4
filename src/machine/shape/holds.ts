import {
  type Actor,
  causeSources,
  type Instant,
  type Limit,
  limits,
  type ReleasePath,
  releasePaths,
  type SuspensionReason,
  suspensionReasons,
  type TestKind,
  testKinds,
} from '../../domain/index.ts'
import type { FiledSuspension, HoldPlaced } from '../../schemas/index.ts'
import { faultOnFile } from './filed.ts'
import { fields, flag, instant, list, nullable, oneOf, optional, text, word } from './kinds.ts'
import { actor } from './kit.ts'

/** planned → effective → cleared → lifted; rescinded: any → lifted. */
export interface Hold {
  holdId: string
  code: SuspensionReason
  caps: readonly Limit[]
  status: 'planned' | 'effective' | 'cleared' | 'lifted'
  /** Its own for life, unless it is reclassified. */
  release: ReleasePath
  test: TestKind
  disclosure: 'open' | 'hidden'
  startsAt: Instant
  /** Planned end; it only reminds. */
  until: Instant | null
  source: NonNullable<HoldPlaced['source']> | null
  /** What is wrong, for whoever may see the hold. */
  words: string | null
  side: 'terminal' | 'platform'
  /** What is broken, as the merchant described it: the test names its component. */
  fault: NonNullable<FiledSuspension['fault']> | null
  orderRef: string | null
  chargeId: string | null
  /** The device that it is about; left out: the terminal, whatever it sells on. */
  serial?: string
  placedBy: Actor
  /** The service provider that asked for it, or for its end. */
  agentId?: string
  remedy: { evidence: readonly string[]; claimedBy: string; verifiedBy: string | null } | null
  /** Of a hold on evidence: the paper that is kept, and the case with which it ends; `null`: two persons end it. */
  evidence?: { documentId: string; caseId: string | null }
  /** While closing, its limits on payout and erasure no longer count; the others do. */
  eased: boolean
}

export const hold = () =>
  fields<Hold>({
    holdId: text,
    code: oneOf(suspensionReasons),
    caps: list(oneOf(limits)),
    status: word('planned effective cleared lifted'),
    release: oneOf(releasePaths),
    test: oneOf(testKinds),
    disclosure: word('open hidden'),
    startsAt: instant,
    until: nullable(instant),
    source: nullable(oneOf(causeSources)),
    words: nullable(text),
    side: word('terminal platform'),
    fault: nullable(faultOnFile()),
    orderRef: nullable(text),
    chargeId: nullable(text),
    serial: optional(text),
    placedBy: actor(),
    agentId: optional(text),
    remedy: nullable(
      fields<NonNullable<Hold['remedy']>>({
        evidence: list(text),
        claimedBy: text,
        verifiedBy: nullable(text),
      }),
    ),
    evidence: optional(fields<NonNullable<Hold['evidence']>>({ documentId: text, caseId: nullable(text) })),
    eased: flag,
  })
