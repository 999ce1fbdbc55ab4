import type { DocumentType } from './documents.ts'
import type { EventType } from './events.ts'
import type { SuspensionReason } from './reasons.ts'
import { requiredDocuments } from './required-documents.ts'

/** Shows why two people let a device or a number into a life although another one has it. */
export const exceptionEvidence = [
  'repair_or_replacement_record',
  'supporting_evidence',
] as const satisfies readonly DocumentType[]

/**
 * Which papers will do in each place of an event that asks for evidence; any other is EVIDENCE_UNSUITABLE. What a remedy is
 * shown by follows from the reason: `remedyEvidence`.
 */
export const evidenceSlots = {
  'device.lost': { report: ['loss_report'] },
  'hold.lifted': { evidence: ['waiver', 'carry_over_deed', 'supporting_evidence'] },
  'loss.accepted': { evidence: ['loss_report', 'supporting_evidence'] },
  'device.replaced': { exception: exceptionEvidence },
  'return.authorised': { consent: ['tenant_consent'] },
  'backup.waived': { statement: ['server_side_records_statement'] },
  'erasure.verified': { evidence: ['erasure_record', 'destruction_certificate'] },
  'payoutAccount.verified': { evidence: ['payout_account_verification'] },
  'settlement.deemedAccepted': { proof: ['service_of_notice'] },
  'reading.accepted': { evidence: ['host_status_record', 'supporting_evidence'] },
  'batch.closedByHost': { evidence: ['host_status_record', 'transaction_records', 'daily_report'] },
  'obligation.discharged': {
    evidence: ['payment_proof', 'waiver', 'settlement_voucher', 'carry_over_deed', 'supporting_evidence'],
  },
  'representative.appointed': { mandate: ['power_of_attorney', 'insolvency_notice'] },
  'counterparty.declaredUnreachable': {
    evidence: ['service_of_notice', 'insolvency_notice', 'supporting_evidence'],
  },
} as const satisfies Readonly<Partial<Record<EventType, Readonly<Record<string, readonly DocumentType[]>>>>>

/** Whatever the reason, these speak of a device or support what is said. */
const always: readonly DocumentType[] = [
  'device_test_record',
  'repair_or_replacement_record',
  'supporting_evidence',
]

/** What shows that the cause of a hold was put right: the papers of its reinstatement, and what speaks of the device. */
export const remedyEvidence = (reason: SuspensionReason): readonly DocumentType[] => {
  const listed = requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType: 'enterprise',
    reasons: [reason],
  })
  const types = listed.flatMap(({ type, alternatives = [] }) => [type, ...alternatives])
  return [...new Set([...types.filter((type) => type !== 'reinstatement_request'), ...always])]
}
