import { label } from './mask.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** A stored record has an old format, and a step on the way to the present one does not exist. It was left untouched. */
export class MissingMigrationError extends TerminalLifecycleError<'MISSING_MIGRATION'> {
  override readonly name = 'MissingMigrationError'
  readonly from: string
  readonly to: string

  constructor({ from, to }: { from: number | string; to: number | string }) {
    const [old, wanted] = [label(from), label(to)]
    super('MISSING_MIGRATION', `Nothing converts a record from format ${old} to ${wanted}.`)
    this.from = old
    this.to = wanted
  }
}
