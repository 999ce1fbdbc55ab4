import { redact, TerminalLifecycleError } from '../errors/index.ts'

/**
 * The acquirer's system has accepted an order and not ended it. Ask again with the same key: it is not carried out twice.
 *
 * Its `code` is that of an unknown outcome, for that is what it is until the answer comes.
 */
export class ResultPendingError extends TerminalLifecycleError<'OUTCOME_UNKNOWN'> {
  override readonly name = 'ResultPendingError'
  readonly idempotencyKey: string
  /** The other side's own reference. */
  readonly reference: string

  constructor({ idempotencyKey, reference }: { idempotencyKey: string; reference: string }) {
    const named = redact(reference)
    super(
      'OUTCOME_UNKNOWN',
      `The order with idempotency key ${idempotencyKey} was accepted as ${named} and has not ended.`,
      'Ask again later with the same key.',
    )
    this.idempotencyKey = idempotencyKey
    this.reference = named
  }
}
