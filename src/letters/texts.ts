import type { ReleasePath } from '../domain/index.ts'
import type {
  ApplicationRecordFacts,
  ChargeLine,
  Decision,
  Deduction,
  DepositSums,
  NoticeKind,
  Outcome,
  Process,
  RejectionNoticeFacts,
  SettlementVoucherFacts,
  SurvivingObligation,
} from './facts.ts'

type Table<Code extends string> = Readonly<Record<Code, string>>

export type Heading =
  | 'application'
  | 'papers'
  | 'steps'
  | 'result'
  | 'next'
  | 'surviving'
  | 'duties'
  | 'notice'
  | 'grounds'
  | 'appeal'
  | 'settlement'
  | 'payment'
  | 'charges'
  | 'deposits'
  | 'deposit'
  | 'deductions'
  | 'refunds'

export type Label =
  | 'reference'
  | 'appliedFor'
  | 'submitted'
  | 'reason'
  | 'from'
  | 'until'
  | 'device'
  | 'decision'
  | 'paper'
  | 'digest'
  | 'at'
  | 'what'
  | 'by'
  | 'inWords'
  | 'about'
  | 'result'
  | 'effective'
  | 'owedBy'
  | 'of'
  | 'amount'
  | 'due'
  | 'keptUntil'
  | 'restricts'
  | 'hadStopped'
  | 'announced'
  | 'noticeUntil'
  | 'stated'
  | 'upTo'
  | 'gross'
  | 'fees'
  | 'net'
  | 'status'
  | 'owed'
  | 'paidOut'
  | 'carriedOver'
  | 'stillOwed'
  | 'owedByMerchant'
  | 'paid'
  | 'deducted'
  | 'fromDeposits'
  | 'open'
  | 'taken'
  | 'refunded'
  | 'returned'
  | 'held'
  | 'heldBy'
  | 'dueBy'
  | 'ground'

export type Sentence =
  | Outcome
  | 'recordedBy'
  | 'mend'
  | 'applyAnew'
  | 'testFirst'
  | 'otherCauses'
  | 'rules'
  | 'customerData'
  | 'vouchers'
  | `by.${ReleasePath}`
  | 'withPapers'
  | 'testBefore'
  | 'atOnce'
  | 'afterNotice'
  | 'groundsWithheld'
  | 'appeal'
  | 'object'
  | 'outdated'
  | 'liftedNow'

/** Everything that a letter says in one language beside the names of the library's codes. */
export interface LetterWords {
  readonly colon: string
  readonly comma: string
  readonly or: string
  readonly undecided: string
  readonly headings: Table<Heading>
  readonly labels: Table<Label>
  readonly processes: Table<Process>
  readonly decisions: Table<Decision>
  readonly outcomes: Table<Outcome>
  readonly noticeKinds: Table<NoticeKind>
  readonly dispositions: Table<NonNullable<ApplicationRecordFacts['disposition']>>
  readonly rejections: Table<RejectionNoticeFacts['code']>
  readonly chargeKinds: Readonly<Record<string, string>>
  readonly chargeStates: Table<ChargeLine['status']>
  readonly statementStates: Table<SettlementVoucherFacts['status']>
  readonly depositKinds: Table<DepositSums['kind']>
  readonly causes: Table<NonNullable<Deduction['cause']>>
  readonly obligations: Table<SurvivingObligation['kind']>
  readonly owners: Table<SurvivingObligation['owedBy']>
  readonly device: (serial: string) => string
  readonly sentences: Table<Sentence>
}
