import * as z from 'zod'
import type { DocumentType } from '../../domain/index.ts'
import * as accounts from './accounts.ts'
import * as applications from './applications.ts'
import * as around from './around.ts'
import * as compliance from './compliance.ts'
import * as data from './data.ts'
import * as debts from './debts.ts'
import * as deposits from './deposits.ts'
import * as device from './device.ts'
import * as disputes from './disputes.ts'
import * as merchant from './merchant.ts'
import * as settlement from './settlement.ts'

/**
 * The schema of every kind of paper, by its `type`. All are strict; none has a field for a card number, a password, a PIN,
 * a key or a whole identity number.
 *
 * @example documentSchemas.business_licence.safeParse(input)
 */
export const documentSchemas: {
  readonly [Type in DocumentType]: z.ZodType<DocumentOf<Type>>
} = {
  closure_request: applications.FiledClosureRequest,
  deregistration_form: applications.DeregistrationForm,
  suspension_request: applications.FiledSuspensionRequest,
  reinstatement_request: applications.FiledReinstatementRequest,
  application_record: applications.ApplicationRecord,
  provider_notice: applications.ProviderNotice,
  rejection_notice: applications.RejectionNotice,
  result_notice: applications.ResultNotice,
  closure_notice: applications.ClosureNotice,
  service_of_notice: applications.ServiceOfNotice,
  business_licence: merchant.BusinessLicence,
  identity_proof: merchant.IdentityProof,
  power_of_attorney: merchant.PowerOfAttorney,
  insolvency_notice: merchant.InsolvencyNotice,
  account_info: accounts.AccountInfo,
  account_explanation: accounts.AccountExplanation,
  service_contract: merchant.ServiceContract,
  arrears_statement: debts.ArrearsStatement,
  payment_proof: debts.PaymentProof,
  settlement_account_change_proof: accounts.SettlementAccountChangeProof,
  payout_account_verification: accounts.PayoutAccountVerification,
  payout_return_advice: accounts.PayoutReturnAdvice,
  settlement_voucher: settlement.SettlementVoucher,
  transaction_records: settlement.TransactionRecords,
  daily_report: settlement.DailyReport,
  transaction_resolution: settlement.TransactionResolution,
  fee_statement: debts.FeeStatement,
  deposit_record: deposits.DepositRecord,
  deduction_statement: deposits.DeductionStatement,
  waiver: debts.Waiver,
  carry_over_deed: debts.CarryOverDeed,
  dispute_case: disputes.DisputeCase,
  dispute_evidence: disputes.DisputeEvidence,
  device_return_record: device.DeviceReturnRecord,
  tenant_consent: device.TenantConsent,
  damage_report: device.DamageReport,
  repair_or_replacement_record: device.RepairOrReplacementRecord,
  device_test_record: device.DeviceTestRecord,
  tamper_inspection: device.TamperInspection,
  loss_report: device.LossReport,
  backup_record: data.BackupRecord,
  server_side_records_statement: data.ServerSideRecordsStatement,
  erasure_record: data.ErasureRecord,
  destruction_certificate: data.DestructionCertificate,
  key_removal_record: data.KeyRemovalRecord,
  binding_change_record: compliance.BindingChangeRecord,
  host_status_record: compliance.HostStatusRecord,
  rectification_report: compliance.RectificationReport,
  authority_order: compliance.AuthorityOrder,
  regulatory_filing: compliance.RegulatoryFiling,
  risk_listing_record: compliance.RiskListingRecord,
  data_migration_plan: around.DataMigrationPlan,
  customer_notice: around.CustomerNotice,
  partner_notice: around.PartnerNotice,
  customer_compensation: around.CustomerCompensation,
  satisfaction_survey: around.SatisfactionSurvey,
  training_record: around.TrainingRecord,
  support_ticket: around.SupportTicket,
  supporting_evidence: around.SupportingEvidence,
  escalation: around.Escalation,
  monitoring_issue: around.MonitoringIssue,
}

/** Any document; `type` tells which. */
export type Document =
  | applications.FiledClosureRequest
  | applications.DeregistrationForm
  | applications.FiledSuspensionRequest
  | applications.FiledReinstatementRequest
  | applications.ApplicationRecord
  | applications.ProviderNotice
  | applications.RejectionNotice
  | applications.ResultNotice
  | applications.ClosureNotice
  | applications.ServiceOfNotice
  | merchant.BusinessLicence
  | merchant.IdentityProof
  | merchant.PowerOfAttorney
  | merchant.InsolvencyNotice
  | accounts.AccountInfo
  | accounts.AccountExplanation
  | merchant.ServiceContract
  | debts.ArrearsStatement
  | debts.PaymentProof
  | accounts.SettlementAccountChangeProof
  | accounts.PayoutAccountVerification
  | accounts.PayoutReturnAdvice
  | settlement.SettlementVoucher
  | settlement.TransactionRecords
  | settlement.DailyReport
  | settlement.TransactionResolution
  | debts.FeeStatement
  | deposits.DepositRecord
  | deposits.DeductionStatement
  | debts.Waiver
  | debts.CarryOverDeed
  | disputes.DisputeCase
  | disputes.DisputeEvidence
  | device.DeviceReturnRecord
  | device.TenantConsent
  | device.DamageReport
  | device.RepairOrReplacementRecord
  | device.DeviceTestRecord
  | device.TamperInspection
  | device.LossReport
  | data.BackupRecord
  | data.ServerSideRecordsStatement
  | data.ErasureRecord
  | data.DestructionCertificate
  | data.KeyRemovalRecord
  | compliance.BindingChangeRecord
  | compliance.HostStatusRecord
  | compliance.RectificationReport
  | compliance.AuthorityOrder
  | compliance.RegulatoryFiling
  | compliance.RiskListingRecord
  | around.DataMigrationPlan
  | around.CustomerNotice
  | around.PartnerNotice
  | around.CustomerCompensation
  | around.SatisfactionSurvey
  | around.TrainingRecord
  | around.SupportTicket
  | around.SupportingEvidence
  | around.Escalation
  | around.MonitoringIssue

/** The document of one kind. */
export type DocumentOf<Type extends DocumentType> = Extract<Document, { readonly type: Type }>

const [first, ...others] = Object.values(documentSchemas)
export const Document: z.ZodType<Document, Document> = z.discriminatedUnion('type', [
  first,
  ...others,
] as never)
