import { safePointer } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/**
 * Input has a field that stands for a credential, a key or card data, or a card number in free text. Nothing was sent or
 * stored. (C-01)
 */
export class ForbiddenFieldError extends TerminalLifecycleError<'FORBIDDEN_FIELD'> {
  override readonly name = 'ForbiddenFieldError'
  /** JSON Pointers to the fields. */
  readonly paths: readonly string[]

  constructor({ paths }: { paths: readonly string[] }) {
    const safe = paths.map(safePointer)
    super('FORBIDDEN_FIELD', `Forbidden in input: ${safe.join(', ')}.`)
    this.paths = safe
  }
}
