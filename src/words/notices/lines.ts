import type {
  Audience,
  ClockName,
  ClockRule,
  NoticeTemplate,
  NoticeValue,
  ReasonCategory,
  ReleasePath,
} from '../../domain/index.ts'

/** What is filled into a notice, by name; what is missing leaves its line out. */
export type Values = Readonly<Partial<Record<NoticeValue, string>>>

/** On what a line may depend. */
export type Flag =
  | 'byProvider'
  | 'byMerchant'
  | `release.${ReleasePath | 'own'}`
  | 'testOwed'
  | 'applicant'
  | 'resubmittable'
  | 'final'
  | 'appeal'
  | 'urgent'
  | 'owes'
  | 'nothing'
  | 'disputed'
  | 'toProvider'
  | 'confidential'

/** Said where `when` is so, and everything in its braces is known. */
export type Saying = string | { readonly when: Flag; readonly say: string }
/** Of several the first that can be said. */
export type Line = Saying | readonly Saying[]
export type Lines = readonly Line[]

/** What a clock asks of the merchant before it ends, and what follows from its end. */
interface ClockWords {
  readonly near?: string
  readonly passed: string
}

/** All words of notices in one language. */
export interface NoticeWords {
  readonly subject: { readonly customers: string; readonly others: string }
  /** What whoever must not know of a hidden hold reads instead of what is about it. */
  readonly withheld: { readonly subject: string; readonly lines: Lines }
  readonly merchant: Readonly<Record<NoticeTemplate, Lines>>
  /** Written for one audience; everybody else but the merchant reads `others`. */
  readonly special: Readonly<Partial<Record<Audience, Readonly<Partial<Record<NoticeTemplate, Lines>>>>>>
  readonly others: Lines
  /** The last line: whom to ask. */
  readonly ask: { readonly merchant: string; readonly customers: string; readonly others: string }
  readonly clocks: Readonly<Partial<Record<ClockName, ClockWords>>>
  readonly processes: Readonly<Record<'suspension' | 'reinstatement' | 'closure' | 'any', string>>
  readonly publicReasons: Readonly<Partial<Record<ReasonCategory, string>>>
  /** `{amount}` of a unit, for one and for many. */
  readonly times: Readonly<Record<ClockRule['unit'], readonly [one: string, many: string]>>
  readonly phrases: {
    readonly provider: string
    readonly providerAt: string
    readonly or: string
    readonly comma: string
    readonly semicolon: string
    readonly device: string
    readonly inspection: string
    readonly sumFor: string
    readonly depositFrom: string
    readonly depositNow: string
    readonly carriedOver: string
    readonly chargeLeft: string
    readonly about: string
  }
}
