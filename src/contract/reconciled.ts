import type { Blocker } from '../domain/index.ts'
import type { ReplyOf } from './operation.ts'
import type { portalSide } from './portal.ts'
import type { systemsSide } from './systems.ts'
import type { OutcomeView } from './views/outcome.ts'

type Table = typeof portalSide & typeof systemsSide
type WritesOf<Side> = {
  [K in keyof Side]: Side[K] extends { readonly method: 'GET' } ? never : K
}[keyof Side]
/** Name of an operation that changes something. */
export type WriteName = WritesOf<Table>
type SystemsWrite = WritesOf<typeof systemsSide>
type PortalWrite = WritesOf<typeof portalSide>

/** A write whose end is not known: an `OutcomeUnknownError`, or the plain data of its `toJSON()`. */
export interface LostWrite {
  readonly idempotencyKey: string
  /** Name of the operation. */
  readonly operation?: string | null | undefined
  readonly lifecycleId?: string | null | undefined
  readonly applicationId?: string | null | undefined
}

/** What became of a write: its reply, as its operation gives it when done. */
type DoneIn<Names extends SystemsWrite> = {
  [K in Names]: {
    readonly outcome: 'done'
    readonly operation: K
    readonly reply: Extract<ReplyOf<(typeof systemsSide)[K]>, { status: 'done' }>
  }
}[Names]

/**
 * What became of a write whose answer got lost.
 *
 * `notCarriedOut` says how it stands now: what is still on its way may yet arrive. So it is repeated under the same key, if at all.
 */
export type Reconciled =
  | DoneIn<SystemsWrite>
  | { readonly outcome: 'done'; readonly operation: PortalWrite; readonly reply: OutcomeView }
  | {
      readonly outcome: 'refused'
      readonly operation: WriteName
      readonly code: string
      /** Masked. */
      readonly reason: string | null
      readonly blockers: readonly Blocker[]
    }
  /** Taken, and not ended. */
  | { readonly outcome: 'pending'; readonly operation: WriteName }
  | { readonly outcome: 'notCarriedOut'; readonly operation: WriteName }

/** Of every client, beside one method per operation. */
export interface Reconciles {
  /**
   * Asks what became of a write, without sending it again: `getResult` for the acquirer's systems, `getOutcome` for the portal side. A key
   * of any age will do.
   *
   * @throws InvalidInputError for what is no lost write of this contract, and for the bytes of a document: send these again, it is safe.
   * @throws whatever a read throws, when nobody can be asked now; `RefusedError` for one who may not ask.
   * @example
   * const found = await client.reconcile(error)
   * if (found.outcome === 'notCarriedOut') await client.payOut(order, { idempotencyKey: error.idempotencyKey })
   */
  reconcile(lost: LostWrite): Promise<Reconciled>
}
