export { channels, chargeKinds, noteKinds, rejectionCodes, testChecks } from '../domain/index.ts'
// Orders that people carry out
export { byHand, type HandTask } from './by-hand.ts'
// Policy, terminals and merchants
export { Catalogues, cataloguesFrom } from './catalogues.ts'
export { canonicalJson, digestOf } from './digest.ts'
export { documentLimits } from './document-limits.ts'
export { DocumentRef, DocumentRefs, Facts, SomeDocumentRefs } from './document-ref.ts'
export {
  AccountExplanation,
  AccountInfo,
  PayoutAccountVerification,
  PayoutReturnAdvice,
  SettlementAccountChangeProof,
} from './documents/accounts.ts'
export {
  ApplicationRecord,
  ClosureNotice,
  DeregistrationForm,
  FiledClosureRequest,
  FiledReinstatementRequest,
  FiledSuspensionRequest,
  ProviderNotice,
  RejectionNotice,
  ResultNotice,
  ServiceOfNotice,
} from './documents/applications.ts'
export {
  CustomerCompensation,
  CustomerNotice,
  DataMigrationPlan,
  Escalation,
  MonitoringIssue,
  PartnerNotice,
  SatisfactionSurvey,
  SupportingEvidence,
  SupportTicket,
  TrainingRecord,
} from './documents/around.ts'
export {
  AuthorityOrder,
  BindingChangeRecord,
  HostStatusRecord,
  RectificationReport,
  RegulatoryFiling,
  RiskListingRecord,
} from './documents/compliance.ts'
export {
  BackupRecord,
  DestructionCertificate,
  ErasureRecord,
  KeyRemovalRecord,
  ServerSideRecordsStatement,
} from './documents/data.ts'
export { ArrearsStatement, CarryOverDeed, FeeStatement, PaymentProof, Waiver } from './documents/debts.ts'
export { DeductionStatement, DepositRecord } from './documents/deposits.ts'
export {
  DamageReport,
  DeviceReturnRecord,
  DeviceTestRecord,
  LossReport,
  RepairOrReplacementRecord,
  TamperInspection,
} from './documents/device.ts'
export { DisputeCase, DisputeEvidence } from './documents/disputes.ts'
export { Document, type DocumentOf, documentSchemas } from './documents/document.ts'
export {
  BusinessLicence,
  IdentityProof,
  InsolvencyNotice,
  PowerOfAttorney,
  ServiceContract,
} from './documents/merchant.ts'
export { type DocumentRefOptions, documentRef } from './documents/reference.ts'
export {
  DailyReport,
  SettlementVoucher,
  TransactionRecords,
  TransactionResolution,
} from './documents/settlement.ts'
export { ReadingAccepted, StatusReported } from './events/acceptance.ts'
export { PayoutAccountChanged, PayoutAccountVerified } from './events/account.ts'
export { ActProposed, ProposableAct } from './events/acts.ts'
export { AgentAssigned, AgentReleased } from './events/agents.ts'
export {
  ApplicationLapsed,
  ApplicationSupplemented,
  ApplicationWithdrawn,
  ClosureRequested,
  ReinstatementRequested,
  ReviewApproved,
  ReviewInformationRequested,
  ReviewRejected,
  SuspensionRequested,
} from './events/applications.ts'
export { UnbindingConfirmed, UnbindingFailed, UnbindingOrdered } from './events/binding.ts'
export {
  ChargeDetermined,
  ChargeDisputed,
  ChargeMet,
  ChargeRaised,
  ChargeWaived,
} from './events/charges.ts'
export { ClosureCancelled, ClosureConfirmed } from './events/closing.ts'
export {
  BackupRecorded,
  BackupVerified,
  BackupWaived,
  ErasureAuthorised,
  ErasureCompleted,
  ErasureFailed,
  ErasureVerified,
} from './events/data.ts'
export {
  DepositDeducted,
  RefundConfirmed,
  RefundFailed,
  RefundOrdered,
  RefundReturned,
} from './events/deposits.ts'
export { TestFailed, TestPassed } from './events/device-test.ts'
export {
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
  DeviceFound,
  DeviceInspected,
  DeviceLost,
  DeviceReceived,
  DeviceRegistered,
  DeviceReplaced,
  DeviceShipped,
  LossAccepted,
  ReturnAuthorised,
} from './events/devices.ts'
export { DisputeClosed, DisputeOpened } from './events/disputes.ts'
export {
  HoldLifted,
  HoldPlaced,
  HoldReclassified,
  HoldRemedyClaimed,
  HoldRemedyVerified,
  HoldRescinded,
  HoldReviewed,
  SuspensionExtended,
} from './events/holds.ts'
export { AppealDecided, ClosureAppealed, ClosureImposed, ClosureProposed } from './events/imposed.ts'
export { KeysRemoved } from './events/keys.ts'
export { LifecycleEvent } from './events/lifecycle-event.ts'
export { FollowUpDone, NoteRecorded } from './events/notes.ts'
export { NoticeSent } from './events/notices.ts'
export { ObligationCarriedOver, ObligationDischarged } from './events/obligations.ts'
export {
  AnswerRefused,
  OrderCancelled,
  OrderClaimed,
  OrderConfirmed,
  OrderFailed,
  OrderParked,
  OrderRepeated,
  OrderRevived,
} from './events/orders.ts'
export { DocumentAdded, DocumentChecked } from './events/papers.ts'
export { CounterpartyDeclaredUnreachable, RepresentativeAppointed } from './events/parties.ts'
export { RequestDeclined, RequestMade } from './events/requests.ts'
export {
  PayoutConfirmed,
  PayoutFailed,
  PayoutOrdered,
  PayoutReturned,
  SettlementConfirmed,
  SettlementDeemedAccepted,
  SettlementDisputed,
  SettlementStated,
} from './events/settlement.ts'
export {
  BatchClosedByHost,
  BatchUploaded,
  finalTransactionStates,
  openTransactionStates,
  ResolutionAccepted,
  ResolutionProposed,
  TransactionReported,
} from './events/transactions.ts'
export { type IssueCode, issueCodes } from './forms/codes.ts'
export { createForm, type FormField, type FormPlan, type FormQuestion } from './forms/create-form.ts'
export { Contact } from './forms/fields.ts'
export {
  agreesWithName,
  type DocumentFile,
  type DocumentMedia,
  documentFile,
  documentMedia,
  FileName,
  FileRef,
  fileTypes,
  isDocumentMedia,
  largestFile,
} from './forms/files.ts'
export { type FormattedIssue, formatIssues, type LabelOf } from './forms/format.ts'
export { type FormIssue, type IssueParams, issuesOf } from './forms/issue.ts'
export { type Reader, readOften } from './forms/often.ts'
// Forms: every problem in one pass, in both languages
export { errorsIn, type WordedForm, type WordedIssue, worded } from './forms/worded.ts'
export { type FormResult, parseForm } from './forms.ts'
export {
  type AcquirerProfile,
  acquirerProfiles,
  type IdentifierSchemas,
  identifierSchemas,
} from './identifiers.ts'
export { ResidentIdentityNumber, residentIdentityNumber } from './identity-number.ts'
export { type JsonRule, type JsonSchema, toJsonSchema, withRules } from './json-schema.ts'
export { LicenceNumber, UnifiedSocialCreditCode } from './licence-number.ts'
export { MobileNumber } from './mobile-number.ts'
export {
  Order,
  type OrderKind,
  type OrderParams,
  type OrderStatus,
  orderParams,
  orderStatuses,
  type ParkedOrder,
  versionOfOrder,
} from './orders.ts'
export { LifecyclePolicy, PolicyOverrides, policyFrom } from './policy.ts'
export { type CsvCell, csvText } from './portfolio/cells.ts'
export type { PortfolioColumn } from './portfolio/columns.ts'
export { portfolioColumns, requiredColumns as requiredPortfolioColumns } from './portfolio/columns.ts'
export { type PortfolioEncoding, portfolioEncodings } from './portfolio/encoding.ts'
export { PortfolioMap } from './portfolio/map.ts'
export type { PortfolioIssue } from './portfolio/read-row.ts'
export { type PortfolioRequirement, portfolioRequirements } from './portfolio/requirements.ts'
export type { PortfolioInput } from './portfolio/terminal-of.ts'
export { largestPortfolio } from './portfolio/whole-file.ts'
export {
  type PortfolioEntry,
  type PortfolioFault,
  type PortfolioOptions,
  type PortfolioTerminal,
  readPortfolio,
} from './portfolio.ts'
export {
  AcquirerId,
  AnyReference,
  Currency,
  Day,
  Digest,
  Instant,
  MerchantId,
  MinorUnits,
  Money,
  NetMoney,
  OrderId,
  OrganisationId,
  Reference,
  SerialNumber,
  TerminalId,
  Text,
  ToldReference,
  ToldText,
} from './primitives.ts'
// Applications, as a merchant's form sends them
export { ClosureRequest, type ClosureRequestInput, FiledClosure } from './requests/closure-request.ts'
export {
  type ApplicationRequest,
  type Comparison,
  closureEvent,
  type FiledRequest,
  type Filing,
  filedRequest,
  reinstatementEvent,
  requestDigest,
  requestDocument,
  suspensionEvent,
} from './requests/events.ts'
export { ClosureReason, SuspensionReason } from './requests/reasons.ts'
export {
  FiledReinstatement,
  ReinstatementRequest,
  type ReinstatementRequestInput,
} from './requests/reinstatement-request.ts'
export {
  FiledSuspension,
  SuspensionRequest,
  type SuspensionRequestInput,
} from './requests/suspension-request.ts'
// The chain of a journal
export { genesisHash, isUnaltered, type Seal, sealEntry } from './seal.ts'
export {
  type Call,
  type Pending,
  pending,
  type ServiceAnswer,
  type Services,
  type TerminalIdentity,
} from './services.ts'
export { TerminalInput } from './terminal/terminal-input.ts'
export { Merchant, Terminal } from './terminal.ts'
export type { Vouched } from './vouching.ts'
