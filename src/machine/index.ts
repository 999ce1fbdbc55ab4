export { type TerminalLifecycleMachine, terminalLifecycleMachine } from './chart/machine.ts'
export { type Tag, tags } from './chart/setup.ts'
export type { LiveFailure } from './connected/orders.ts'
export {
  connectServices,
  type LiveOptions,
  type LiveTerminal,
  type LiveTerminals,
} from './connected/terminal.ts'
export { failureOf, misfits, readAnswer, thrownBy } from './facts/answers.ts'
export { deviceOfHold } from './facts/holds.ts'
export { announcedOrders, codesNotTaken, switchOrders, urgentOrders } from './facts/orders.ts'
export { assertInvariants } from './invariants.ts'
export { trimmed } from './leaving/index.ts'
export {
  type AskedEvent,
  availableActions,
  checkClosure,
  checkReinstatement,
  checkSuspension,
  createLifecycle,
  explain,
  type Lifecycle,
  openRecord,
  step,
} from './lifecycle.ts'
export { formatOf, migrate } from './migrate.ts'
export { machineVersion } from './open-record.ts'
export { type Capabilities, capabilities } from './questions/capabilities.ts'
export { dutiesOn } from './questions/duties.ts'
export { type OpenItems, openItems } from './questions/open-items.ts'
export { type Outstanding, outstanding, requirements } from './questions/requirements.ts'
export { type ReviewLine, reviewLines } from './questions/review.ts'
export { viewAnswer, viewBlockers, viewRecord } from './questions/viewing.ts'
export { viewEntry } from './questions/viewing-entries.ts'
export { type ReportKey, reminded, reportKey, toldAs, toldOf } from './reminded.ts'
export { rules } from './rules/index.ts'
export type { Asked, EventOf, Rule } from './rules/kit.ts'
export type { HostStatus } from './shape/acceptance.ts'
export type { PayoutAccount } from './shape/account.ts'
export type { ProposedAct } from './shape/acts.ts'
export type { AssignedAgent } from './shape/agents.ts'
export type {
  Accepted,
  Action,
  Answer,
  Asking,
  Check,
  Command,
  JournalEntry,
  LifecycleInput,
  PaperFlaw,
  ProcedureAnswer,
  ProcedureQuestion,
  Refused,
  Requirement,
  Requirements,
  WantedPaper,
} from './shape/answers.ts'
export type { Application } from './shape/applications.ts'
export type { Charge } from './shape/charges.ts'
export type { Deadline } from './shape/clocks.ts'
export type { Closing, TailItem } from './shape/closing.ts'
export type { Identity, LifecycleContext } from './shape/context.ts'
export type { Deposit } from './shape/deposits.ts'
export type { Device } from './shape/devices.ts'
export type { Dispute } from './shape/disputes.ts'
export type { Hold } from './shape/holds.ts'
export type { Proposal } from './shape/imposed.ts'
export type { Ledger } from './shape/kit.ts'
export type { FollowUp, Note } from './shape/notes.ts'
export type { CarriedOver } from './shape/obligations.ts'
export type { RefusedAnswer } from './shape/orders.ts'
export type { PaperOnFile } from './shape/papers.ts'
export type { Representative } from './shape/parties.ts'
export {
  type LifecycleRecord,
  recordFormat,
  type StampedEvent,
  type StateValue,
  type TimerDue,
} from './shape/record.ts'
export type { MadeRequest } from './shape/requests.ts'
export type { Statement } from './shape/settlement.ts'
export type { ClosingTakenOver, TakenOver } from './shape/taken-over.ts'
export type { Transaction } from './shape/transactions.ts'
export type { Transfer } from './shape/transfers.ts'
export type { LifecycleOptions } from './step.ts'
