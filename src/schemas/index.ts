export { DocumentRef, DocumentRefs } from './document-ref.ts'
export { ActProposed, ProposableAct } from './events/act-proposed.ts'
export { HoldLifted, HoldPlaced, HoldReclassified, HoldRemedyClaimed, HoldRemedyVerified, HoldRescinded } from './events/holds.ts'
export { ApplicationLapsed, ApplicationSupplemented, ApplicationWithdrawn, ClosureRequested, ReinstatementRequested, ReviewApproved, ReviewInformationRequested, ReviewRejected, SuspensionRequested, rejectionCodes } from './events/applications.ts'
export { AppealDecided, ClosureAppealed, ClosureCancelled, ClosureConfirmed, ClosureImposed, ClosureProposed } from './events/closure.ts'
export { BatchUploaded, DisputeClosed, DisputeOpened, ResolutionAccepted, ResolutionProposed, StatusReported, TestFailed, TestPassed, TransactionReported, finalTransactionStates, openTransactionStates, testChecks } from './events/service.ts'
export { BackupRecorded, BackupVerified, BackupWaived, DeviceDeclaredUnreadable, DeviceDeclaredUnreturned, DeviceFound, DeviceInspected, DeviceLost, DeviceReceived, DeviceReplaced, DeviceShipped, ErasureAuthorised, ErasureCompleted, ErasureFailed, ErasureVerified, KeysRemoved, LossAccepted, ReturnAuthorised } from './events/devices.ts'
export { ChargeDetermined, ChargeDisputed, ChargeMet, ChargeRaised, DepositDeducted, ObligationCarriedOver, ObligationDischarged, PayoutAccountChanged, PayoutAccountVerified, PayoutConfirmed, PayoutFailed, PayoutOrdered, PayoutReturned, RefundConfirmed, RefundFailed, RefundOrdered, RefundReturned, SettlementConfirmed, SettlementDeemedAccepted, SettlementDisputed, SettlementStated, chargeKinds } from './events/money.ts'
export { CounterpartyDeclaredUnreachable, DocumentAdded, NoteRecorded, NoticeSent, OrderCancelled, OrderClaimed, OrderConfirmed, OrderFailed, RepresentativeAppointed, UnbindingConfirmed, UnbindingFailed, UnbindingOrdered, noteKinds } from './events/orders.ts'
export { LifecycleEvent } from './events/lifecycle-event.ts'
export {
  Order,
  type OrderKind,
  type OrderParams,
  type OrderStatus,
  orderKinds,
  orderParams,
  orderStatuses,
} from './orders.ts'
export {
  AcquirerId,
  Currency,
  Day,
  Digest,
  Instant,
  MerchantId,
  MinorUnits,
  Money,
  NetMoney,
  OrderId,
  Reference,
  SerialNumber,
  TerminalId,
  Text,
} from './primitives.ts'
export type { Call, Services, TerminalIdentity } from './services.ts'

// Forms: every problem in one pass, in both languages
export { type FormResult, parseForm } from './forms.ts'
export { type IssueCode, issueCodes } from './forms/codes.ts'
export { type FormattedIssue, formatIssues } from './forms/format.ts'
export { type FormIssue, issuesOf } from './forms/issue.ts'
export { Contact, channels, FileRef, fileTypes, largestFile } from './forms/fields.ts'
export { canonicalJson, digestOf } from './digest.ts'

// Identifiers
export {
  type AcquirerProfile,
  acquirerProfiles,
  type IdentifierSchemas,
  identifierSchemas,
  MobileNumber,
  ResidentIdentityNumber,
  residentIdentityNumber,
  UnifiedSocialCreditCode,
} from './identifiers.ts'

// Applications, as a merchant's form sends them
export { ClosureRequest, type ClosureRequestInput } from './requests/closure-request.ts'
export {
  type ApplicationRequest,
  closureEvent,
  type Filing,
  reinstatementEvent,
  requestDigest,
  requestDocument,
  suspensionEvent,
} from './requests/events.ts'
export { ClosureReason, SuspensionReason } from './requests/reasons.ts'
export { ReinstatementRequest, type ReinstatementRequestInput } from './requests/reinstatement-request.ts'
export { SuspensionRequest, type SuspensionRequestInput } from './requests/suspension-request.ts'

// Policy, terminals and merchants
export { LifecyclePolicy, PolicyOverrides, policyFrom } from './policy.ts'
export { Merchant, Terminal } from './terminal.ts'
export { TerminalInput } from './terminal/terminal-input.ts'

// Documents
export { Document, type DocumentOf, documentSchemas } from './documents/document.ts'
export { type DocumentRefOptions, documentRef } from './documents/reference.ts'
export { FiledClosureRequest, DeregistrationForm, FiledSuspensionRequest, FiledReinstatementRequest, ApplicationRecord, ProviderNotice, RejectionNotice, ResultNotice, ClosureNotice, ServiceOfNotice } from './documents/applications.ts'
export { BusinessLicence, IdentityProof, PowerOfAttorney, InsolvencyNotice, ServiceContract } from './documents/merchant.ts'
export { AccountInfo, AccountExplanation, SettlementAccountChangeProof, PayoutAccountVerification, PayoutReturnAdvice } from './documents/accounts.ts'
export { ArrearsStatement, PaymentProof, FeeStatement, Waiver, CarryOverDeed } from './documents/debts.ts'
export { SettlementVoucher, TransactionRecords, DailyReport, TransactionResolution } from './documents/settlement.ts'
export { DepositRecord, DeductionStatement } from './documents/deposits.ts'
export { DisputeCase, DisputeEvidence } from './documents/disputes.ts'
export { DeviceReturnRecord, DamageReport, RepairOrReplacementRecord, DeviceTestRecord, TamperInspection, LossReport } from './documents/device.ts'
export { BackupRecord, ServerSideRecordsStatement, ErasureRecord, DestructionCertificate, KeyRemovalRecord } from './documents/data.ts'
export { BindingChangeRecord, HostStatusRecord, RectificationReport, AuthorityOrder, RegulatoryFiling, RiskListingRecord } from './documents/compliance.ts'
export { DataMigrationPlan, CustomerNotice, PartnerNotice, CustomerCompensation, SatisfactionSurvey, TrainingRecord, SupportTicket, SupportingEvidence, Escalation, MonitoringIssue } from './documents/around.ts'
