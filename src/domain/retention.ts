import type { DocumentType } from './documents.ts'

/**
 * What is kept for how long once a terminal is closed.
 *
 * - `life`: record and journal, with all that is read off them.
 * - `identityPapers`: who the merchant is, who may sign, where its money goes: bytes that name people.
 * - `applicationPapers`: what was filed and answered, with contacts and signatures.
 * - `otherPapers`: money, devices, compliance.
 */
export const retentionClasses = ['life', 'identityPapers', 'applicationPapers', 'otherPapers'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** How long a class is kept, and on what ground. */
export interface RetentionRule {
  /** Whole years after the closure; `null`: nothing of it is purged before its life is. */
  readonly years: number | null
  /** The law, the rule of a network or the contract that says so, as it is cited in the tombstone. */
  readonly basis: string
}
/** How long each class is kept, and on which ground. */
export type RetentionRules = Readonly<Record<RetentionClass, RetentionRule>>

/**
 * For an acquirer in the PRC: ten years for everything. Shorter times for papers are a decision of the house, who names its ground.
 *
 * The grounds are what was read in secondary sources. Have them checked before anything is purged.
 */
export const retentionCn: RetentionRules = {
  life: { years: 10, basis: 'Anti-Money-Laundering Law (2024), article 34' },
  identityPapers: { years: 10, basis: 'Anti-Money-Laundering Law (2024), article 34' },
  applicationPapers: { years: null, basis: 'kept with its life' },
  otherPapers: { years: null, basis: 'kept with its life' },
}

/** Papers that name people for their own sake. Every other one is of `applicationPapers` or of `otherPapers`. */
const identityPapers: ReadonlySet<DocumentType> = new Set([
  ...(['identity_proof', 'power_of_attorney', 'account_info', 'account_explanation'] as const),
  ...(['business_licence', 'settlement_account_change_proof', 'payout_account_verification'] as const),
])
const applicationPapers: ReadonlySet<DocumentType> = new Set([
  ...(['closure_request', 'deregistration_form', 'suspension_request', 'reinstatement_request'] as const),
  ...(['application_record', 'service_contract', 'service_of_notice'] as const),
])

/** To which class a paper belongs. */
export const retentionClassOf = (type: DocumentType): Exclude<RetentionClass, 'life'> => {
  if (identityPapers.has(type)) return 'identityPapers'
  return applicationPapers.has(type) ? 'applicationPapers' : 'otherPapers'
}
