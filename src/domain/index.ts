export { type Actor, type Duty, duties, type Instant, type Owner, type Role, roles } from './actor.ts'
export {
  type AgentTask,
  agentTasks,
  type RequestKind,
  requestAnswers,
  requestKinds,
  requestPhases,
} from './agents.ts'
export {
  type BackEndProblem,
  type ContentFault,
  contentFaults,
  type FindingCode,
  findingCodes,
  problemCodes as backEndProblems,
  requestProblems,
} from './back-end-codes.ts'
export { type BlockerCode, type BlockerProfile, blockerCodes, blockerProfiles } from './blocker-profiles.ts'
export { type Blocker, blocker, type Data, type Issue } from './blockers.ts'
export { addYears } from './calendar/local-time.ts'
export { mondayToFriday } from './calendar/monday-to-friday.ts'
export { prcCalendar } from './calendar/prc.ts'
export type { WorkingDayCalendar } from './calendar/working-day-calendar.ts'
export { addWorkingDays, type WorkingDaysAdded, workingDaysBetween } from './calendar/working-days.ts'

export {
  type Catalogues,
  type FeeTable,
  type ModelAccessories,
  type NoticeWording,
  type OwnWords,
  type Price,
  type PricedFeeTable,
  type Procedure,
  type ProcedureProcess,
  procedureProcesses,
} from './catalogues.ts'
export { type ChargeKind, chargeKinds } from './charges.ts'
export {
  type ClockName,
  type ClockProfile,
  type ClockRule,
  clockNames,
  clockProfiles,
  type LengthName,
  lengthNames,
  resultClockOf,
} from './clocks.ts'
export { type ClosureReasonProfile, closureReasonProfiles } from './closure-reason-profiles.ts'
export { currencies, hasCurrencyForm, isCurrency } from './currencies.ts'
export {
  type BackupMethod,
  backupMethods,
  type ErasureMethod,
  erasureMethods,
  type KeyRemoval,
  keyRemovals,
} from './data.ts'
export { type Dated, isInForce, wasInForce } from './dated.ts'
export { dayOf, defaultOffsetMinutes } from './default-zone.ts'
export { type DepositKind, depositKinds } from './deposits.ts'
export { type TestCheck, testChecks } from './device-test.ts'
export {
  type DamageCause,
  type DeviceCondition,
  damageCauses,
  deviceConditions,
  type LossKind,
  lossKinds,
  type ReturnDestination,
  returnDestinations,
} from './devices.ts'
export { type DocumentRef, type DocumentType, documentTypes, supplemented } from './documents.ts'
export { type DutyTable, defaultDuties } from './duties.ts'
export { type ErrorCode, errorCodes } from './error-codes.ts'
export {
  type EventProfile,
  type EventType,
  eventProfiles,
  eventTypes,
  type Phase,
  profileOf,
} from './events.ts'
export { evidenceSlots, exceptionEvidence, remedyEvidence } from './evidence.ts'
export { decisionFault, type Facts, factProfiles, misfitIn, type PaperFault, paperFault } from './facts.ts'
export {
  type FollowUpKind,
  type FollowUpProfile,
  followUpIdOf,
  followUpKinds,
  followUpProfileOf,
  followUpProfiles,
  isReservedFollowUp,
} from './follow-ups.ts'
export { forbiddenFieldNames, isForbiddenFieldName } from './forbidden-fields.ts'
export {
  type BackupStatement,
  backupStatements,
  type Channel,
  type Component,
  channels,
  components,
  type Disposition,
  type Duration,
  dispositions,
  durations,
  type FaultCause,
  faultCauses,
  type Performer,
  performers,
  type SelfServiceResult,
  type SignatoryAuthority,
  type Symptom,
  selfServiceResults,
  signatoryAuthorities,
  symptoms,
} from './form-choices.ts'
export { isIdempotencyKey } from './idempotency-key.ts'
export { isMobileNumber, isResidentIdentityNumber, luhn } from './identifiers.ts'
export { lateFactEnds } from './late-facts.ts'
export {
  hasCreditCodeForm,
  hasRegistrationNumberForm,
  isRegistrationNumber,
  isUnifiedSocialCreditCode,
} from './licence-numbers.ts'
export {
  type CapabilityName,
  capabilityNames,
  causeSources,
  type Limit,
  limits,
  type MerchantType,
  merchantTypes,
  type ReleasePath,
  releasePaths,
  type TestKind,
  testKinds,
} from './limits.ts'
export { maskedReference } from './masked-reference.ts'
export { isTold, maskedIn, maskedReport, proseOfReports } from './masked-reports.ts'
export { largestAmount, type Money, netIsWhole } from './money.ts'
export { isReference, type NamedPaper, namedPapers } from './named-papers.ts'
export { type NaturalKey, naturalKeys } from './natural-keys.ts'
export { mostNotes, type NoteKind, type NoteVisibility, noteKinds, noteVisibilities } from './notes.ts'
export {
  type Audience,
  audiences,
  type NoticeTemplate,
  type NoticeValue,
  noticeTemplates,
  noticeValues,
} from './notices.ts'
export { orderAnswers } from './order-answers.ts'
export { deskOf, resultsOf, toldByPeople } from './order-desks.ts'
export { isOrderTag, type OrderName, orderTagFrom, readOrderName } from './order-names.ts'
export { type OrderKind, orderKinds, type SystemsOperationName, systemsOperationNames } from './orders.ts'
export { blanksIn, inOwnWords } from './own-words.ts'
export { needsAccount, type PayoutMethod, payoutMethods } from './payout-methods.ts'
export { isPending, type Pending, pending } from './pending.ts'
export {
  isHongKongIdentityNumber,
  isPermanentResidentNumber,
  isTaiwanIdentityNumber,
} from './person-numbers.ts'
export { distinctPersons, isOneOf, isSamePerson } from './persons.ts'
export {
  defaultPolicy,
  type ExtraPapers,
  type LifecyclePolicy,
  type ObligationKind,
  obligationKinds,
} from './policy.ts'
export {
  accessoriesFor,
  feesFor,
  feeTableInForce,
  isSameName,
  noticeWording,
  type Published,
  pricesOf,
  procedureInForce,
  proceduresNamed,
} from './published.ts'
export { type ReasonProfile, reasonProfiles } from './reason-profiles.ts'
export {
  type ClosureReason,
  closureReasons,
  type ReasonCategory,
  reasonCategories,
  type SuspensionReason,
  suspensionReasons,
} from './reasons.ts'
export { limitFor, mostEnded, mostLifted, type RecordLimit, recordLimits } from './record-limits.ts'
export { type RejectionCode, rejectionAnswers, rejectionCodes } from './rejections.ts'
export { type RemedyKind, remediesFor, remedyKinds } from './remedies.ts'
export { type ClosureQuestion, closureRules } from './requests/closure.ts'
export type {
  CommonRequest,
  FaultOfDevice,
} from './requests/common.ts'
export {
  type ReinstatementQuestion,
  type RemedyClaim,
  reinstatementRules,
  remedyRules,
  suits,
} from './requests/reinstatement.ts'
export {
  brokenRules,
  inOrder,
  lasts,
  type RequestFault,
  type RequestFinding,
  type RequestRule,
} from './requests/rule.ts'
export { type SuspensionQuestion, suspensionRules } from './requests/suspension.ts'
export {
  type DocumentQuestion,
  eachOnce,
  type RequiredDocument,
  requiredDocuments,
} from './required-documents.ts'
export {
  type RetentionClass,
  type RetentionRule,
  type RetentionRules,
  retentionClasses,
  retentionClassOf,
  retentionCn,
} from './retention.ts'
export { type ReviewLineName, reviewLineNames } from './review-lines.ts'
export { saidOtherwise } from './said-otherwise.ts'
export {
  containsCardNumber,
  containsIdentityNumber,
  holdsCardNumber,
  maskSecrets,
  type Secret,
  type SecretCode,
  secretIn,
  secretInReference,
  secretsIn,
} from './secrets/index.ts'
export {
  type ClearingRegion,
  type CompositeState,
  clearingRegions,
  compositeStates,
  type LeafState,
  type LifeState,
  leafStates,
  lifeStates,
} from './states.ts'
// apart from the other texts, so that an error does not bring them all along
export { fixes as errorFixes, storeFixes } from './texts/en/errors.ts'
export { errorTexts } from './texts/of-errors.ts'
export { dayText, momentText, moneyText } from './texts/say.ts'
export { type SaleStanding, type SwitchTextOptions, switchText } from './texts/switch-text.ts'
export { textFrom } from './texts/text-from.ts'
// One constant for each language: a bundle that names one leaves the other out.
export { textOf, textsEn, textsIn, textsZhCn } from './texts/text-of.ts'
export { type Locale, locales, type TextKind, type Texts } from './texts/texts.ts'
export {
  type Department,
  departmentOfCategory,
  departmentOfRequest,
  departments,
  type TicketTopic,
  ticketTopics,
} from './tickets.ts'
export type { EventOn } from './topics.ts'
export { type Handling, handlings } from './transactions.ts'
export { withoutUnsafe } from './unsafe-text.ts'
