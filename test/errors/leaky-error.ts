import { TerminalLifecycleError } from '../../src/errors/index.ts'

/** The control: a class that keeps what it is given, as none of ours may. */
export class LeakyError extends TerminalLifecycleError<'REFUSED'> {
  override readonly name = 'LeakyError'
  readonly kept: string

  constructor(text: string) {
    super('REFUSED', text)
    this.kept = text
  }
}
