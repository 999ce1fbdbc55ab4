import type { DocumentType } from './documents.ts'

/** Why an application was rejected; it decides what brings the application back. */
export const rejectionCodes = [
  'documents_incomplete',
  'documents_incorrect',
  'account_problem',
  'violation',
  'unspecified',
  'other',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]

/** Papers, one of which has to come where the rejection was about a fact; any paper will do for the other codes. (R-137, C-30) */
export const rejectionAnswers: Readonly<Partial<Record<RejectionCode, readonly DocumentType[]>>> = {
  account_problem: [
    'payment_proof',
    'waiver',
    'account_explanation',
    'account_info',
    'settlement_account_change_proof',
    'payout_account_verification',
    'dispute_evidence',
  ],
  violation: ['rectification_report'],
}
