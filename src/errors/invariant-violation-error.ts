import { label } from './mask.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** A record breaks one of the invariants that hold at all times: a mistake of this library or of whoever wrote the record. */
export class InvariantViolationError extends TerminalLifecycleError<'INVARIANT_VIOLATED'> {
  override readonly name = 'InvariantViolationError'
  /** Its name, as `I6`. */
  readonly invariant: string

  /** @param violation `detail`: what contradicts what, by references and sums. */
  constructor({ invariant, detail }: { invariant: string; detail?: string | undefined }) {
    const named = label(invariant)
    super(
      'INVARIANT_VIOLATED',
      `Invariant ${named} is violated${detail === undefined ? '' : `: ${label(detail)}`}.`,
    )
    this.invariant = named
  }
}
