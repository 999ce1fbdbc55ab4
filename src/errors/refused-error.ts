import type { Blocker } from '../domain/index.ts'
import { redact } from './redact.ts'
import { safeBlockers } from './safe-blockers.ts'
import { safeCode, safeNumber } from './safe-text.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What a `RefusedError` is made of. */
export interface Refusal {
  /** The other side's own code, as `ACCOUNT_CLOSED`. */
  readonly refusal: string
  /** Its words; masked before they are kept. */
  readonly reason?: string | undefined
  /** Masked before they are kept: members of ours are, plain references, and words without secrets. */
  readonly blockers?: readonly Blocker[] | undefined
  readonly retryable?: boolean | undefined
  /** The byte that an upload goes on with, where that is what the refusal is about. */
  readonly offset?: number | undefined
}

/**
 * The other side understood and said no. A service that throws it ends the order as failed, because trying the same again gives the
 * same answer. With `retryable: true` it says no for now: the order stays and is tried again later, with the same key.
 *
 * @example throw new RefusedError({ refusal: 'ACCOUNT_CLOSED' })
 */
export class RefusedError extends TerminalLifecycleError<'REFUSED'> {
  override readonly name = 'RefusedError'
  /** Letters, digits and `._:-`; `UNSPECIFIED` where the other side gave none. */
  readonly refusal: string
  readonly blockers: readonly Blocker[]
  /** No for now, not for good; default false. */
  readonly retryable: boolean
  readonly reason: string | null
  /** With OFFSET_WRONG: the byte that the upload goes on with. */
  readonly offset: number | null

  constructor({ refusal, reason, blockers: given = [], retryable = false, offset }: Refusal) {
    const blockers = safeBlockers(given)
    const code = safeCode(refusal)
    const words = typeof reason === 'string' ? redact(reason) : null
    const standing =
      blockers.length === 0 ? '' : `, blocked by ${blockers.map((blocker) => blocker.code).join(', ')}`
    super('REFUSED', `The other side refused with ${code}${words === null ? '' : ` (${words})`}${standing}.`)
    this.refusal = code
    this.blockers = blockers
    this.retryable = retryable === true
    this.reason = words
    this.offset = safeNumber(offset)
  }
}
