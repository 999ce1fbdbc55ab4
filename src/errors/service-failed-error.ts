import type { OrderKind } from '../domain/index.ts'
import { redact } from './redact.ts'
import { safeCode } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What a `ServiceFailedError` is made of. */
export interface ServiceFailure {
  readonly kind: OrderKind
  /** What happened, in English; masked before it is kept. */
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

  constructor({ kind: given, reason }: ServiceFailure) {
    const kind = safeCode(given) as OrderKind
    super('SERVICE_FAILED', `The service ${kind} ${redact(reason)}.`)
    this.kind = kind
  }
}
