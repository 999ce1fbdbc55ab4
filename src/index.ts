/**
 * What most integrators need, in one place; every room has its own subpath with the rest.
 *
 * @module
 */

// The client
export {
  type AcquirerClient,
  type AcquirerClientOptions,
  acquirerServices,
  bearer,
  createAcquirerClient,
  hmac,
} from './client/index.ts'
// Words of the field
export {
  type Actor,
  type Blocker,
  type BlockerCode,
  defaultPolicy,
  type EventType,
  type LifecyclePolicy,
  type Locale,
  type Role,
  reasonProfiles,
  requiredDocuments,
  textOf,
} from './domain/index.ts'
// Errors
export {
  describe,
  InvalidInputError,
  isTerminalLifecycleError,
  RefusedError,
  TerminalLifecycleError,
} from './errors/index.ts'
// The machine
export {
  type Accepted,
  type Action,
  type Answer,
  assertInvariants,
  availableActions,
  type Check,
  type Command,
  capabilities,
  checkClosure,
  checkReinstatement,
  checkSuspension,
  connectServices,
  createLifecycle,
  explain,
  type JournalEntry,
  type Lifecycle,
  type LifecycleContext,
  type LifecycleInput,
  type LifecycleRecord,
  type LiveTerminal,
  migrate,
  openRecord,
  type Refused,
  type Requirements,
  requirements,
  rules,
  step,
  type TerminalLifecycleMachine,
  terminalLifecycleMachine,
  viewRecord,
} from './machine/index.ts'
// Schemas
export {
  ClosureReason,
  ClosureRequest,
  type ClosureRequestInput,
  Document,
  documentSchemas,
  formatIssues,
  LifecycleEvent,
  Merchant,
  MerchantId,
  MobileNumber,
  Money,
  parseForm,
  ReinstatementRequest,
  ResidentIdentityNumber,
  SerialNumber,
  type Services,
  SuspensionReason,
  SuspensionRequest,
  Terminal,
  TerminalId,
  UnifiedSocialCreditCode,
} from './schemas/index.ts'
