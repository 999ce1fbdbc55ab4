import { causeCodes } from './cause-codes.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What failed, in words for the message. */
const failures = {
  busy: 'it is busy',
  unavailable: 'it cannot be reached or written',
  full: 'its disk is full',
  exists: 'there is a file of that name',
  occupied: 'it holds something else already, and would have to be empty',
  incomplete: 'its WAL is missing, as in a copy of a file that was in use',
  damaged: 'its file is damaged',
  foreign: 'it belongs to another application',
  inconsistent: 'what should be written does not continue what is stored',
  closed: 'it was closed',
  papers: 'the papers that the event names cannot be asked for what they say',
  failed: 'the database refused',
} as const
/** Why a store failed. `busy`, `unavailable` and `papers` may pass; the others need a person. */
export type StoreFailure = keyof typeof failures

/**
 * The store of records could not read or write, or that of papers did not answer. The transaction was not carried out.
 *
 * The database's own message is left out: it may quote what was to be stored.
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
    const failure = Object.hasOwn(failures, given) ? given : 'failed'
    const reason = causeCodes(cause)
    super('STORE_FAILED', `The store failed: ${failures[failure]}${reason === '' ? '' : ` (${reason})`}.`)
    this.failure = failure
    this.reason = reason
    this.retryable = failure === 'busy' || failure === 'unavailable' || failure === 'papers'
  }
}
