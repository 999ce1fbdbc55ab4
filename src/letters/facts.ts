import type {
  ClockRule,
  ClosureReason,
  DocumentType,
  EventType,
  Instant,
  Limit,
  Money,
  ObligationKind,
  PayoutMethod,
  RejectionCode,
  ReleasePath,
  Role,
  SuspensionReason,
  TestKind,
} from '../domain/index.ts'

/** What was applied for. */
export type Process = 'suspension' | 'reinstatement' | 'closure'
type Reason = SuspensionReason | ClosureReason

/** One act on an application: by whose role, never by whom. */
export interface ApplicationStep {
  readonly at: Instant
  readonly event: EventType
  readonly by: Role
  /** The provider wrote down what somebody else said. */
  readonly isRecorded: boolean
  /** What was asked for, or why it was rejected. */
  readonly items: readonly string[]
}

/** What was applied for, with which papers, and what became of it. (DOC-10) */
export interface ApplicationRecordFacts {
  readonly applicationId: string
  readonly process: Process
  readonly submittedAt: Instant
  readonly reasons: readonly Reason[]
  readonly from: Instant | null
  readonly until: Instant | null
  readonly disposition: 'return' | 'collection' | 'merchantOwned' | null
  readonly papers: readonly { readonly type: DocumentType; readonly digest: string }[]
  readonly steps: readonly ApplicationStep[]
  readonly decision: Decision | null
}

/** How an application ended. `overtaken`: something else, an imposed closure for instance, made it pointless. */
export type Decision = 'approved' | 'rejected' | 'withdrawn' | 'lapsed' | 'overtaken'
/** What an application has come to, as its result letter says it. */
export type Outcome =
  | 'suspended'
  | 'reinstated'
  | 'closing'
  | 'closed'
  | 'cancelled'
  | Exclude<Decision, 'approved'>

/** What still binds afterwards: money with its amount, duties without. */
export interface SurvivingObligation {
  readonly kind: ObligationKind | 'rules' | 'customerData' | 'vouchers'
  readonly owedBy: 'merchant' | 'provider'
  /** Of a deposit or a charge, which one. */
  readonly of: string | null
  readonly amount: Money | null
  readonly due: Instant | null
}

/** How it ended. (DOC-15) */
export interface ResultNoticeFacts {
  readonly applicationId: string | null
  readonly process: Process
  readonly outcome: Outcome
  readonly submittedAt: Instant | null
  readonly effectiveAt: Instant
  readonly until: Instant | null
  readonly reasons: readonly Reason[]
  readonly testIsOwed: boolean
  readonly survivingObligations: readonly SurvivingObligation[]
  /** The terminal that takes over, where the merchant named one. */
  readonly successorTerminalId: string | null
  /** How long the papers of the case are kept. */
  readonly keptUntil: Instant | null
}

/** A refusal with its reason. (DOC-14) */
export interface RejectionNoticeFacts {
  readonly applicationId: string
  readonly process: Process
  readonly rejectedAt: Instant
  readonly code: RejectionCode
  readonly message: string | null
  readonly resubmittable: boolean
  readonly deadline: Instant | null
}

/** What a notice tells of: a stop, a limit, or its end. */
export type NoticeKind = 'suspended' | 'restricted' | 'maintenance' | 'upgrade' | 'lifted'

/** A suspension or its end, as the provider tells it. (DOC-13) */
export interface ProviderNoticeFacts {
  readonly holdId: string
  readonly kind: NoticeKind
  readonly reason: SuspensionReason
  readonly effectiveAt: Instant
  readonly until: Instant | null
  readonly restricts: readonly Limit[]
  readonly words: string | null
  readonly release: ReleasePath
  readonly test: TestKind
  /** What an application needs; of each, one of these. */
  readonly papers: readonly (readonly DocumentType[])[]
}

/** A closure that the provider announces. */
export interface ClosureNoticeFacts {
  readonly proposalId: string
  readonly reason: ClosureReason
  /** `null`: they rest on what the merchant must not be told. */
  readonly grounds: string | null
  readonly announcedAt: Instant
  /** It takes effect at once, the notice follows. */
  readonly urgent: boolean
  /** Its notice runs so long from the day on which the merchant is given it. */
  readonly notice: ClockRule
  /** The earliest day that is possible. */
  readonly notBefore: Instant | null
  readonly appealAllowed: boolean
}

/** One charge in a letter: what was paid, deducted and is open, in the record's currency. */
export interface ChargeLine {
  readonly chargeId: string
  readonly kind: string
  readonly amount: Money
  readonly paid: Money
  readonly deducted: Money
  readonly open: Money
  readonly status: 'raised' | 'disputed' | 'determined'
}

/** What became of one deposit, in sums. */
export interface DepositSums {
  readonly depositId: string
  readonly kind: 'guarantee' | 'device_pledge'
  readonly taken: Money
  readonly deducted: Money
  readonly refunded: Money
  /** Two people agreed that it is settled after the closure. */
  readonly carriedOver: Money
  readonly held: Money
}

/** What the settlement came to, and what became of it. (DOC-09) */
export interface SettlementVoucherFacts {
  readonly statementId: string
  readonly statedAt: Instant | null
  readonly upTo: Instant
  readonly gross: Money | null
  readonly fees: Money | null
  /** Negative: the merchant owes. */
  readonly net: Money
  readonly status: 'stated' | 'confirmed' | 'disputed' | 'deemed'
  /** Something came up since: another statement follows. */
  readonly isOutdated: boolean
  readonly charges: readonly ChargeLine[]
  readonly deposits: readonly DepositSums[]
  /** What the merchant has coming from the settlement in all. */
  readonly owed: Money
  readonly paidOut: Money
  readonly payouts: readonly Movement[]
  readonly carriedOver: Money
  readonly stillOwed: Money
  /** All charges that are open. */
  readonly owedByMerchant: Money
}

/** What was taken from a deposit for which charge; `at` is `null` where the journal is of an older format. */
export interface Deduction {
  readonly at: Instant | null
  readonly chargeId: string
  readonly kind: string
  readonly amount: Money
  /** The device that was inspected, and whose fault it was found to be. */
  readonly serial: string | null
  readonly cause: 'human' | 'nonHuman' | 'undetermined' | null
}

/** Money that reached the merchant, or came back from there. */
export interface Movement {
  readonly at: Instant | null
  readonly amount: Money
  readonly method: PayoutMethod | null
  readonly isReturned: boolean
}

/** One deposit from the day it was taken. (DOC-17) */
export interface DepositRecordFacts extends DepositSums {
  /** `provider`, `serviceProvider`, or the name of whoever else. */
  readonly heldBy: string
  readonly deductions: readonly Deduction[]
  readonly refunds: readonly Movement[]
  readonly due: Instant | null
}

/** The facts of each letter; its type is also that of the paper. */
export interface LetterFacts {
  readonly application_record: ApplicationRecordFacts
  readonly result_notice: ResultNoticeFacts
  readonly rejection_notice: RejectionNoticeFacts
  readonly provider_notice: ProviderNoticeFacts
  readonly closure_notice: ClosureNoticeFacts
  readonly settlement_voucher: SettlementVoucherFacts
  readonly deposit_record: DepositRecordFacts
}
/** Which letter; each has facts of its own. */
export type LetterType = keyof LetterFacts
