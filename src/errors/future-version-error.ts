import { label } from './mask.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** A stored record has a format that this release does not know yet. It was left untouched. */
export class FutureVersionError extends TerminalLifecycleError<'FUTURE_VERSION'> {
  override readonly name = 'FutureVersionError'
  readonly found: string
  /** The newest format that this release reads. */
  readonly known: string

  constructor({ found, known }: { found: number | string; known: number | string }) {
    const [is, can] = [label(found), label(known)]
    super('FUTURE_VERSION', `The record has format ${is}; this release reads up to ${can}.`)
    this.found = is
    this.known = can
  }
}
