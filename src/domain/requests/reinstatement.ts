import { dayOf } from '../default-zone.ts'
import { reasonProfiles } from '../reason-profiles.ts'
import type { SuspensionReason } from '../reasons.ts'
import { type RemedyKind, remediesFor } from '../remedies.ts'
import { type CommonRequest, commonRules, type FaultOfDevice } from './common.ts'
import { distinct, type RequestRule, ruleOver } from './rule.ts'

/** What was done about one hold, by whom, and what shows it. */
export interface RemedyClaim {
  readonly holdId: string
  readonly kind: RemedyKind
  readonly performedBy: string
  readonly providerAuthorisation?: string | undefined
  /** Ids of documents that come with the application. */
  readonly evidence: readonly string[]
}

/** The fields of a reinstatement request on which its decision rests. */
export interface ReinstatementQuestion extends CommonRequest {
  readonly holdIds: readonly string[]
  readonly suspendedOn: string
  readonly reasons: readonly SuspensionReason[]
  readonly remedies: readonly RemedyClaim[]
  readonly fault?: FaultOfDevice | undefined
  /** Papers that come with it; their ids are what evidence names. */
  readonly documents: readonly { readonly id: string }[]
}

const rule = ruleOver<ReinstatementQuestion>()

/** A merchant that installs software on a certified device does so with leave. (C-23) */
export const remedyRules: readonly RequestRule<RemedyClaim>[] = [
  ruleOver<RemedyClaim>()({
    code: 'PROVIDER_AUTHORISATION_REQUIRED',
    reads: ['providerAuthorisation', 'kind', 'performedBy'],
    holds: ({ kind, performedBy, providerAuthorisation }) =>
      performedBy !== 'merchant' ||
      (kind !== 'reinstall' && kind !== 'update') ||
      providerAuthorisation !== undefined,
  }),
]

/** Does the remedy suit the reason of a hold? */
export const suits = (kind: RemedyKind, reason: SuspensionReason): boolean =>
  remediesFor[reason].includes(kind)

/** (R-089, R-129, C-08, C-23, OQ-22) */
export const reinstatementRules: readonly RequestRule<ReinstatementQuestion>[] = [
  ...(commonRules as readonly RequestRule<ReinstatementQuestion>[]),
  rule({ code: 'DUPLICATE_ITEM', reads: ['holdIds'], holds: ({ holdIds }) => distinct(holdIds) }),
  rule({
    code: 'IN_THE_FUTURE',
    reads: ['suspendedOn'],
    holds: ({ suspendedOn }, at) => at === undefined || suspendedOn <= dayOf(at),
  }),
  rule({
    code: 'REASON_TOO_VAGUE',
    reads: ['reasons'],
    holds: ({ reasons }) => reasons.every((reason) => !reasonProfiles[reason].umbrella),
  }),
  rule({
    code: 'REMEDY_UNSTATED',
    reads: ['remedies', 'holdIds'],
    holds: ({ remedies, holdIds }) =>
      holdIds.every((holdId) => remedies.some((remedied) => remedied.holdId === holdId)),
  }),
  // which hold has which reason only the record knows; here a remedy must suit one of them at least
  rule({
    code: 'REMEDY_UNSUITABLE',
    reads: ['remedies', 'reasons'],
    holds: ({ remedies, reasons }) =>
      remedies.every(({ kind }) => reasons.some((reason) => suits(kind, reason))) &&
      reasons.every((reason) => remedies.some(({ kind }) => suits(kind, reason))),
  }),
  rule({
    code: 'EVIDENCE_NOT_ATTACHED',
    reads: ['remedies', 'documents'],
    holds: ({ remedies, documents }) => {
      const attached = new Set(documents.map(({ id }) => id))
      return remedies.every(({ evidence }) => evidence.every((id) => attached.has(id)))
    },
  }),
]
