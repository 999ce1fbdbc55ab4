import { type InputIssue, issueText, safeIssues } from './input-issue.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/**
 * A caller's own input was refused before anything was sent or stored.
 *
 * @example if (isTerminalLifecycleError(error) && error.code === 'INVALID_INPUT') show(error.issues)
 */
export class InvalidInputError extends TerminalLifecycleError<'INVALID_INPUT'> {
  override readonly name = 'InvalidInputError'
  /** Every problem that was found, in the order of the input. */
  readonly issues: readonly InputIssue[]

  /** @param meant the name of ours for which the first of them was mistaken. */
  constructor({ issues, meant }: { issues: readonly InputIssue[]; meant?: string | undefined }) {
    const safe = safeIssues(issues)
    const [first, ...others] = safe
    const more = others.length === 0 ? '' : ` and ${others.length} more`
    const guess = meant === undefined ? '' : ` Was ${meant} meant?`
    const what = first === undefined ? 'no detail' : issueText(first)
    super('INVALID_INPUT', `Input refused: ${what}${more}.${guess}`)
    this.issues = safe
  }
}
