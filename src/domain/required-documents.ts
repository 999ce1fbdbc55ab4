import type { DocumentType } from './documents.ts'
import type { MerchantType } from './limits.ts'
import type { ClosureReason, SuspensionReason } from './reasons.ts'

/** One paper that must come with an application; any of `alternatives` does as well. */
export interface RequiredDocument {
  readonly type: DocumentType
  readonly alternatives?: readonly DocumentType[]
  /** What a paper has to find here to prove anything, where that is the contrary of what it proves elsewhere. */
  readonly results?: readonly string[]
  /** Facts that it has to name here, and not deny. */
  readonly says?: readonly string[]
}

type Reason = SuspensionReason | ClosureReason
type PerReason = Readonly<Partial<Record<Reason, readonly RequiredDocument[]>>>

/** What is applied for, by whom and why. */
export interface DocumentQuestion {
  readonly process: 'suspension' | 'reinstatement' | 'closure'
  /** `provider`: a measure that it takes by itself, not a form that it records for the merchant. */
  readonly initiator: 'merchant' | 'provider'
  readonly merchantType: MerchantType
  /** Codes of the process; those of the other process ask for nothing more. */
  readonly reasons: readonly Reason[]
}

const need = (type: DocumentType, ...alternatives: DocumentType[]): RequiredDocument =>
  alternatives.length === 0 ? { type } : { type, alternatives }

const repaired = [need('repair_or_replacement_record')]
// what is out of date, or no longer allowed, is not mended by a repair
const renewed = { ...need('repair_or_replacement_record'), results: ['replaced', 'updated'] }
const allowed = {
  ...need('repair_or_replacement_record', 'rectification_report'),
  results: ['replaced', 'updated', 'rectified'],
}
// a debt that was let off needs no payment
const paid = need('payment_proof', 'waiver')

/** The remedy shown per reason; umbrella codes ask for nothing because they must be made specific first. */
const reinstatement: PerReason = {
  SYSTEM_MAINTENANCE: [need('provider_notice')],
  SOFTWARE_UPDATE: [need('provider_notice')],
  // where no copy can be made, the host says that it has the records
  DATA_MIGRATION: [need('data_migration_plan'), need('backup_record', 'server_side_records_statement')],
  HARDWARE_FAULT: repaired,
  DEVICE_DAMAGED: [need('damage_report'), ...repaired],
  SOFTWARE_FAULT: repaired,
  // a test that looked at the connection, and after the fault
  NETWORK_FAULT: [{ ...need('device_test_record'), says: ['connection', 'testedAt'] }],
  ACCOUNT_ARREARS: [need('arrears_statement'), paid],
  ACCOUNT_INSUFFICIENT_BALANCE: [paid],
  ACCOUNT_ABNORMAL: [need('account_explanation'), need('identity_proof')],
  ACCOUNT_DISPUTE: [need('dispute_evidence'), need('transaction_records')],
  RULE_VIOLATION: [need('rectification_report')],
  MALICIOUS_ATTACK: [need('rectification_report'), need('dispute_evidence')],
  LICENCE_EXPIRED: [need('business_licence')],
  SETTLEMENT_ACCOUNT_CHANGED: [need('settlement_account_change_proof')],
  REGULATORY_CHANGE: [allowed],
  DEVICE_OBSOLETE: [renewed],
  USER_CHANGE: [need('identity_proof')],
  OTHER: [need('supporting_evidence')],
}

// what cannot be mended is given up
const broken = need('damage_report', 'repair_or_replacement_record')
const closure: PerReason = {
  // one that does not say when it ends has not shown that it has ended
  CONTRACT_EXPIRED: [{ ...need('service_contract'), says: ['expiresOn'] }],
  CONTRACT_TERMINATED_EARLY: [need('service_contract')],
  HARDWARE_FAULT: [{ ...broken, results: ['irreparable'] }],
  DEVICE_DAMAGED: [{ ...broken, results: ['irreparable'] }],
  USER_CHANGE: [need('identity_proof')],
  OTHER: [need('supporting_evidence')],
}

const identityOf = (merchantType: MerchantType): RequiredDocument =>
  need(merchantType === 'individual' ? 'identity_proof' : 'business_licence')

const listed = (question: DocumentQuestion): readonly RequiredDocument[] => {
  if (question.process === 'suspension') {
    return [need(question.initiator === 'merchant' ? 'suspension_request' : 'provider_notice')]
  }
  if (question.process === 'reinstatement') {
    return [
      need('reinstatement_request'),
      ...question.reasons.flatMap((reason) => reinstatement[reason] ?? []),
    ]
  }
  if (question.initiator === 'provider') return [need('closure_notice', 'provider_notice')]
  return [
    need('closure_request', 'deregistration_form'),
    identityOf(question.merchantType),
    ...question.reasons.flatMap((reason) => closure[reason] ?? []),
  ]
}

/** Each once; what asks for the same type otherwise asks for something else. */
export const eachOnce = (papers: readonly RequiredDocument[]): readonly RequiredDocument[] => {
  const asked = ({ type, alternatives = [], results = [], says = [] }: RequiredDocument) =>
    JSON.stringify([type, alternatives, results, says])
  return [...new Map(papers.toReversed().map((paper) => [asked(paper), paper])).values()].toReversed()
}

/**
 * The papers without which an application is incomplete. Several reasons: their union. Where one reason takes a paper that does
 * not do for another, both stand there; a paper that does for both answers both.
 *
 * What can only be had later is not asked for here: back-up, erasure, return and settlement each come as an event of
 * their own, and the device test follows the approval.
 *
 * @example
 * requiredDocuments({ process: 'closure', initiator: 'merchant', merchantType: 'enterprise', reasons: ['DORMANT'] })
 * // [{ type: 'closure_request', alternatives: ['deregistration_form'] }, { type: 'business_licence' }]
 */
export const requiredDocuments = (question: DocumentQuestion): readonly RequiredDocument[] =>
  eachOnce(listed(question))
