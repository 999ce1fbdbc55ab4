import type { ClockRule, ReleasePath } from '../domain/index.ts'
import type {
  ChargeLine,
  Decision,
  NoticeKind,
  Outcome,
  Process,
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
  | 'payouts'

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
  | 'successor'
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
  | 'way'

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
  | 'asProof'
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
  readonly chargeStates: Table<ChargeLine['status']>
  readonly statementStates: Table<SettlementVoucherFacts['status']>
  readonly owners: Table<SurvivingObligation['owedBy']>
  /** Of one, and of several. */
  readonly times: Readonly<Record<ClockRule['unit'], readonly [string, string]>>
  readonly device: (serial: string) => string
  readonly sentences: Table<Sentence>
}
