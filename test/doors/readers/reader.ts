import type {
  BlockerCode,
  ClockName,
  DocumentType,
  OrderKind,
  ReviewLineName,
} from '../../../src/domain/index.ts'
import type { Lifecycle, LifecycleInput, LifecycleRecord } from '../../../src/machine/index.ts'
import type { IssueCode, LifecycleEvent } from '../../../src/schemas/index.ts'

/** Who reads a field: a rule under its code, a part of the record, an order, a clock, a paper that is asked for, a line of a view. */
type Readers =
  | { readonly rule: BlockerCode | IssueCode }
  | { readonly ledger: 'holds' }
  | { readonly order: OrderKind }
  | { readonly clock: ClockName }
  | { readonly paper: DocumentType }
  | { readonly view: ReviewLineName }
  /** A row of what is decided about facts and their consequences: it comes with that. */
  | { readonly later: string }

/** Two events that differ in the field alone, told to the same terminal. */
export interface Told {
  readonly open?: LifecycleInput
  readonly machine?: Lifecycle
  readonly before?: readonly LifecycleEvent[]
  readonly good: LifecycleEvent
  readonly other: LifecycleEvent
}

/** Something that shows that the reader reads. */
type Proof =
  /** The code of the rule, or the paper that is missing, is answered to the other event and not to the good one. */
  | { readonly step: Told }
  /** What stands in the record after these events. */
  | {
      readonly after: readonly LifecycleEvent[]
      readonly open?: LifecycleInput
      readonly shows: (record: LifecycleRecord) => unknown
      readonly is: unknown
    }
  /** The form says the code of the rule when these fields are so. */
  | { readonly form: Readonly<Record<string, unknown>> }

export type Reader = Readers & {
  readonly also?: string
  readonly proof?: Proof
  readonly alsoProof?: Proof | undefined
}
export type Table = Readonly<Record<string, Reader>>
