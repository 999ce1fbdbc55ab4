import type { OrderKind } from '../domain/index.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

export interface ServiceFailure {
  readonly kind: OrderKind
  /** What happened, in English, already safe to log. */
  readonly reason: string
}

/**
 * A service of one's own is not working: it fails again and again, or it threw what is no error. Its orders are tried again by
 * themselves.
 */
export class ServiceFailedError extends TerminalLifecycleError<'SERVICE_FAILED'> {
  override readonly name = 'ServiceFailedError'
  /** Which service. */
  readonly kind: OrderKind

  constructor({ kind, reason }: ServiceFailure) {
    super('SERVICE_FAILED', `The service ${kind} ${reason}.`)
    this.kind = kind
  }
}
