import { storeFixes } from '../domain/index.ts'
import { causeCodes } from './cause-codes.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** Why a store failed. `busy`, `unavailable` and `papers` may pass; the others need a person. */
export type StoreFailure = keyof typeof storeFixes

/**
 * The store of records could not read or write, or that of papers did not answer. The transaction was not carried out.
 *
 * `fix` says what is wrong and what to do by `failure`. The database's own message is left out: it may quote what was to be stored.
 */
export class StoreError extends TerminalLifecycleError<'STORE_FAILED'> {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure
  /** May the same work go through a little later? */
  readonly retryable: boolean
  /** Names and codes of what a store of somebody else's threw, as `Error ECONNRESET`; empty where nothing is known. */
  readonly reason: string

  /** @param cause what was thrown below; only its names and codes are kept. */
  constructor(given: StoreFailure, cause?: unknown) {
    const failure = Object.hasOwn(storeFixes, given) ? given : 'failed'
    const reason = causeCodes(cause)
    const said = `The store failed: ${failure}${reason === '' ? '' : ` (${reason})`}.`
    super('STORE_FAILED', said, storeFixes[failure])
    this.failure = failure
    this.reason = reason
    this.retryable = failure === 'busy' || failure === 'unavailable' || failure === 'papers'
  }
}
