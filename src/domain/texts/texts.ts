import type { Duty, Owner } from '../actor.ts'
import type { AgentTask, RequestKind } from '../agents.ts'
import type { BackEndProblem, FindingCode } from '../back-end-codes.ts'
import type { BlockerCode } from '../blocker-profiles.ts'
import type { ChargeKind } from '../charges.ts'
import type { ClockName } from '../clocks.ts'
import type { BackupMethod, ErasureMethod, KeyRemoval } from '../data.ts'
import type { DepositKind } from '../deposits.ts'
import type { TestCheck } from '../device-test.ts'
import type { DamageCause, DeviceCondition, LossKind, ReturnDestination } from '../devices.ts'
import type { DocumentType } from '../documents.ts'
import type { ErrorCode } from '../error-codes.ts'
import type { EventType } from '../events.ts'
import type { FollowUpKind } from '../follow-ups.ts'
import type {
  BackupStatement,
  Channel,
  Component,
  Disposition,
  Duration,
  FaultCause,
  Performer,
  SelfServiceResult,
  SignatoryAuthority,
  Symptom,
} from '../form-choices.ts'
import type { Limit, MerchantType } from '../limits.ts'
import type { NoteKind, NoteVisibility } from '../notes.ts'
import type { Audience, NoticeTemplate } from '../notices.ts'
import type { OrderKind, SystemsOperationName } from '../orders.ts'
import type { PayoutMethod } from '../payout-methods.ts'
import type { ObligationKind } from '../policy.ts'
import type { ClosureReason, ReasonCategory, SuspensionReason } from '../reasons.ts'
import type { RejectionCode } from '../rejections.ts'
import type { RemedyKind } from '../remedies.ts'
import type { ReviewLineName } from '../review-lines.ts'
import type { CompositeState, LeafState } from '../states.ts'
import type { Department, TicketTopic } from '../tickets.ts'
import type { Handling } from '../transactions.ts'
import type { RefusalText } from './en/errors.ts'
import type { SwitchingClause } from './en/switching.ts'

/** Languages that every code has a text in. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

type Table<Code extends string> = Readonly<Record<Code, string>>

/** Every code of the library by kind; a code without a text does not compile. */
export interface Texts {
  /** Why something may not happen yet, and what to do about it. */
  readonly blocker: Table<BlockerCode>
  readonly suspensionReason: Table<SuspensionReason>
  readonly closureReason: Table<ClosureReason>
  readonly document: Table<DocumentType>
  readonly event: Table<EventType>
  readonly state: Table<LeafState | CompositeState>
  /** What was ordered of the host and what was read back: clauses, said together by `switchText`. */
  readonly switching: Table<SwitchingClause>
  readonly role: Table<Owner>
  readonly duty: Table<Duty>
  readonly limit: Table<Limit>
  readonly order: Table<OrderKind>
  /** Of the acquirer's systems. */
  readonly operation: Table<SystemsOperationName>
  readonly payoutMethod: Table<PayoutMethod>
  readonly audience: Table<Audience>
  readonly notice: Table<NoticeTemplate>
  readonly department: Table<Department>
  readonly ticketTopic: Table<TicketTopic>
  readonly clock: Table<ClockName>
  /** Of an application, as its reviewer reads it. */
  readonly reviewLine: Table<ReviewLineName>
  readonly channel: Table<Channel>
  readonly signatory: Table<SignatoryAuthority>
  readonly duration: Table<Duration>
  readonly disposition: Table<Disposition>
  readonly backupStatement: Table<BackupStatement>
  readonly selfServiceResult: Table<SelfServiceResult>
  readonly remedy: Table<RemedyKind>
  readonly performer: Table<Performer>
  readonly component: Table<Component>
  readonly symptom: Table<Symptom>
  readonly faultCause: Table<FaultCause>
  readonly merchantType: Table<MerchantType>
  readonly agentTask: Table<AgentTask>
  readonly reasonCategory: Table<ReasonCategory>
  readonly rejection: Table<RejectionCode>
  readonly request: Table<RequestKind>
  /** What is to be seen to afterwards. */
  readonly followUp: Table<FollowUpKind>
  readonly note: Table<NoteKind>
  /** Who reads a note. */
  readonly noteVisibility: Table<NoteVisibility>
  readonly charge: Table<ChargeKind>
  readonly deposit: Table<DepositKind>
  readonly obligation: Table<ObligationKind>
  readonly handling: Table<Handling>
  readonly destination: Table<ReturnDestination>
  readonly condition: Table<DeviceCondition>
  readonly damageCause: Table<DamageCause>
  readonly loss: Table<LossKind>
  readonly testCheck: Table<TestCheck>
  readonly backupMethod: Table<BackupMethod>
  readonly erasureMethod: Table<ErasureMethod>
  readonly keyRemoval: Table<KeyRemoval>
  readonly refusal: Table<RefusalText>
  /** What a back end answers to what never reached a record. */
  readonly problem: Table<BackEndProblem>
  /** What an audit may find. */
  readonly finding: Table<FindingCode>
  /** What happened; what to do about it is `fix`. */
  readonly error: Table<ErrorCode | 'UNEXPECTED'>
  readonly fix: Table<ErrorCode | 'UNEXPECTED'>
}
/** Which list a code belongs to, as the first argument of `textOf`. */
export type TextKind = keyof Texts
