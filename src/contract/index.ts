// The table

export { type Actor, isIdempotencyKey } from '../domain/index.ts'
// How both ends read it
export { hexadecimal, joinBytes, longestReply, randomId, readBody, sha256 } from './bytes.ts'
export { contentRange, type PieceRange, readContentRange } from './content-range.ts'
export { type AcquirerClient, type Contract, contract, type OperationName, operations } from './contract.ts'
export { declaredPointer } from './declared.ts'
export { attachment, nameIn } from './disposition.ts'
export { strayEcho } from './echoes.ts'
export { type JsonFault, type JsonLimits, type JsonRead, readJson } from './json.ts'
export type { OperationExample } from './open-api/operations.ts'
export { type OpenApiOptions, toOpenApi } from './open-api.ts'
export type {
  AnswerOf,
  CallOptions,
  ClientOf,
  InputOf,
  Operation,
  ParsedOf,
  ReplyOf,
  Schema,
  Side,
} from './operation.ts'
export { type Parsed, readInput, readReply } from './parse.ts'
export { fillPath, matchPath, parameterNames } from './paths.ts'
// What travels
export { Problem, type ProblemCode, problemCode, problemCodes } from './problem.ts'
export type { LostWrite, Reconciled, Reconciles, WriteName } from './reconciled.ts'
export type { Failed, Pending, Result } from './result.ts'
export type { PollOptions, Polls, ShortcutsClient } from './shortcut-client.ts'
export { type Shortcut, type ShortcutName, shortcuts } from './shortcuts.ts'
// How requests are signed
export {
  keyIdForm,
  readSignature,
  type SignatureAlgorithm,
  type SignatureHead,
  type SignatureHeader,
  type SignedRequest,
  signatureAlgorithms,
  signedBytes,
  signedHeaders,
  writeSignature,
} from './signature.ts'
export { checkSigningKey, importSecret, signingParameters } from './signature-keys.ts'
export { type TerminalNumbers, terminalNumbers, terminalRef } from './terminal-ref.ts'
export type { BlobLike, Uploaded, UploadOptions, UploadSource, UploadsDocuments } from './uploads.ts'
export { type JournalFault, type VerifiedJournal, verifyJournal } from './verify-journal.ts'
export { ApplicationView } from './views/application.ts'
export { BlockerView } from './views/blocker.ts'
export {
  type ActionView,
  type CapabilitiesView,
  CaseView,
  type IssueView,
  TerminalSummary,
} from './views/case.ts'
export { ChangesView, ChangeView } from './views/change.ts'
export { CheckView } from './views/check.ts'
export { DeviceView } from './views/device.ts'
export { DocumentView } from './views/document.ts'
export { DossierView } from './views/dossier.ts'
export { HoldView } from './views/hold.ts'
export { type JournalCause, JournalItem } from './views/journal.ts'
export { FollowUpView, NoteView, NoticeView, RequestView } from './views/message.ts'
export { ChargeView, DepositView, DisputeView, ObligationView, SettlementView } from './views/money.ts'
export { OrderView } from './views/order.ts'
export { OutcomeView } from './views/outcome.ts'
export type { Page } from './views/page.ts'
export type { AgentView, ClosingView, ProposalView } from './views/parties.ts'
export { ProcedureView } from './views/procedure.ts'
export { type DeadlineView, RequirementsView, type RequirementView } from './views/requirements.ts'
export type { StateView } from './views/state.ts'
export { StatusView } from './views/status.ts'
export { TerminalStatusView } from './views/terminal-status.ts'
export { TransactionView } from './views/transaction.ts'
export { DocumentContent, UploadView } from './views/upload.ts'
export { WorkView } from './views/work.ts'
export { Amount, DocumentRefView, isUnknown, type Unknown } from './wire.ts'
