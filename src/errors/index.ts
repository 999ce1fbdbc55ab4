// The base, its guard and its words

// The other side
export { ConnectionError, type ConnectionFailure } from './connection-error.ts'
// Stored records
export { CorruptRecordError } from './corrupt-record-error.ts'
export { type Description, describe } from './describe.ts'

// A caller's input
export { ForbiddenFieldError } from './forbidden-field-error.ts'
export { FutureVersionError } from './future-version-error.ts'
export { HttpError, type HttpFailure, type SafeProblem } from './http-error.ts'
export { type InputIssue, safeIssues } from './input-issue.ts'
export { InvalidInputError } from './invalid-input-error.ts'
export { InvariantViolationError } from './invariant-violation-error.ts'
export { type AnyTerminalLifecycleError, isTerminalLifecycleError } from './is-terminal-lifecycle-error.ts'
export { MissingMigrationError } from './missing-migration-error.ts'
export {
  checkNumber,
  longestSpan,
  longestTimer,
  type NumberRule,
  numberIssues,
  readNumbers,
} from './numbers.ts'
export { checkOptions, nearestName, type OptionRule, type OptionRules, optionIssues } from './options.ts'
export { OutcomeUnknownError, type UnknownOutcome } from './outcome-unknown-error.ts'
export { asked, askedNow, guarded, pluginError, quietly } from './plugged.ts'
export { type PluggedPart, PluginError, type PluginFailure } from './plugin-error.ts'
export { ProtocolError } from './protocol-error.ts'
// Safe to log
export { redact } from './redact.ts'
export { redactValue } from './redact-value.ts'
export { type Refusal, RefusedError } from './refused-error.ts'
export { type RequestSummary, requestSummary } from './request-summary.ts'
export { type RequestClock, RequestTimeoutError } from './request-timeout-error.ts'
export { askedToWait, readHttpDate, readRetryAfter } from './retry-after.ts'
export { type RefusedServiceAnswer, ServiceAnswerError } from './service-answer-error.ts'
export { ServiceFailedError, type ServiceFailure } from './service-failed-error.ts'
export { StoreError, type StoreFailure } from './store-error.ts'
export { TerminalLifecycleError } from './terminal-lifecycle-error.ts'
export { UntrustedEndpointError, type UntrustedReason } from './untrusted-endpoint-error.ts'
export { VersionConflictError } from './version-conflict-error.ts'
