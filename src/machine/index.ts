// The chart and its rules
export type { Capabilities } from './capabilities.ts'
export { capabilities } from './capabilities.ts'
// The record
export type {
  Application,
  CarriedOver,
  Charge,
  Closing,
  Deadline,
  Deposit,
  Device,
  Dispute,
  Hold,
  HostStatus,
  Identity,
  Ledger,
  LifecycleContext,
  Proposal,
  ProposedAct,
  TailItem,
  Transaction,
  Transfer,
} from './context.ts'
export { assertInvariants } from './invariants.ts'
export {
  type AskedEvent,
  availableActions,
  checkClosure,
  checkReinstatement,
  createLifecycle,
  explain,
  type Lifecycle,
  openRecord,
  step,
} from './lifecycle.ts'
export { connectServices, type LiveOptions, type LiveTerminal, type LiveTerminals } from './live.ts'
export type { LiveFailure } from './live-orders.ts'
export { type TerminalLifecycleMachine, terminalLifecycleMachine } from './machine.ts'
export { migrate, recordFormat } from './migrate.ts'
export { machineVersion } from './open-record.ts'
export { announcedOrders, switchOrders } from './order-kinds.ts'
export type {
  Accepted,
  Action,
  Answer,
  Asking,
  Check,
  Command,
  JournalEntry,
  LifecycleInput,
  LifecycleRecord,
  Refused,
  Requirement,
  Requirements,
  StampedEvent,
  StateValue,
  TimerDue,
} from './record.ts'
export { requirements } from './requirements.ts'
export { type Asked, type EventOf, type Rule, rules } from './rules/index.ts'
export { type Tag, tags } from './setup.ts'
export type { LifecycleOptions } from './step.ts'
export { viewAnswer, viewBlockers, viewRecord } from './viewing.ts'
