import type { OrderKind } from '../domain/index.ts'
import { type InputIssue, issueText, safeIssues } from './input-issue.ts'
import { label } from './mask.ts'
import { safeCode } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What a `ServiceAnswerError` is made of. */
export interface RefusedServiceAnswer {
  readonly kind: OrderKind
  /** Why: those of the record, or of what was wrong with the answer. */
  readonly codes: readonly string[]
  readonly issues?: readonly InputIssue[] | undefined
  /** What came instead of a list of events, as a word of the language. */
  readonly found?: string | undefined
}

const expected = 'a list of at most 100 events, or pending()'

/**
 * A service of one's own answered with what the record could not take. The order stays in flight: it shows as `ANSWER_REFUSED`, and is
 * asked for once more.
 *
 * @example if (isTerminalLifecycleError(error) && error.code === 'SERVICE_ANSWER_REFUSED') page(error.kind, error.codes)
 */
export class ServiceAnswerError extends TerminalLifecycleError<'SERVICE_ANSWER_REFUSED'> {
  override readonly name = 'ServiceAnswerError'
  /** Which service. */
  readonly kind: OrderKind
  readonly codes: readonly string[]
  /** Where the events are wrong, if they are none. */
  readonly issues: readonly InputIssue[]

  constructor({ kind: given, codes, issues = [], found }: RefusedServiceAnswer) {
    const kind = safeCode(given) as OrderKind
    const safe = safeIssues(issues)
    const why = codes.map(safeCode)
    const [first] = safe
    const where = first === undefined ? '' : ` at ${issueText(first)}`
    const instead = found === undefined ? '' : `: ${expected} was expected, not ${label(found)}`
    super(
      'SERVICE_ANSWER_REFUSED',
      `The answer of the service ${kind} was refused with ${why.join(', ')}${where}${instead}.`,
    )
    this.kind = kind
    this.codes = why
    this.issues = safe
  }
}
