import type { Facts } from './facts.ts'

/** Every kind of paper that an application, an event or the dossier may name. */
export const documentTypes = [
  // applications and answers
  'closure_request',
  'deregistration_form',
  'suspension_request',
  'reinstatement_request',
  'application_record',
  'provider_notice',
  'rejection_notice',
  'result_notice',
  'closure_notice',
  'service_of_notice',
  // who the merchant is and who may sign
  'business_licence',
  'identity_proof',
  'power_of_attorney',
  'insolvency_notice',
  'account_info',
  'account_explanation',
  'service_contract',
  // money
  'arrears_statement',
  'payment_proof',
  'settlement_account_change_proof',
  'payout_account_verification',
  'payout_return_advice',
  'settlement_voucher',
  'transaction_records',
  'daily_report',
  'transaction_resolution',
  'fee_statement',
  'deposit_record',
  'deduction_statement',
  'waiver',
  'carry_over_deed',
  'dispute_case',
  'dispute_evidence',
  // device, data, keys
  'device_return_record',
  'tenant_consent',
  'damage_report',
  'repair_or_replacement_record',
  'device_test_record',
  'tamper_inspection',
  'loss_report',
  'backup_record',
  'server_side_records_statement',
  'erasure_record',
  'destruction_certificate',
  'key_removal_record',
  'binding_change_record',
  'host_status_record',
  // compliance
  'rectification_report',
  'authority_order',
  'regulatory_filing',
  'risk_listing_record',
  // around it
  'data_migration_plan',
  'customer_notice',
  'partner_notice',
  'customer_compensation',
  'satisfaction_survey',
  'training_record',
  'support_ticket',
  'supporting_evidence',
  'escalation',
  'monitoring_issue',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** What the journal keeps of a document. The digest binds a decision to exactly the bytes that were reviewed. */
export interface DocumentRef {
  id: string
  type: DocumentType
  /** SHA-256 of the bytes, hexadecimal, lower case. */
  digest: string
  /** What was read off it, as far as decisions need it: `factProfiles`. */
  facts?: Facts | undefined
  /** Somebody at the provider has seen that the facts are so. A sender never says this of itself. */
  checked?: boolean | undefined
  /** Id of the document that this one replaces. */
  supersedes?: string | undefined
}

/** The papers of an application after a supplement: one that replaces another of its type takes its place. */
export const supplemented = (
  documents: readonly DocumentRef[],
  added: readonly DocumentRef[],
): readonly DocumentRef[] => {
  const isGone = ({ id, type }: DocumentRef) =>
    added.some((paper) => paper.id === id || (paper.supersedes === id && paper.type === type))
  return [...documents.filter((paper) => !isGone(paper)), ...added]
}
