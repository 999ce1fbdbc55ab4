import type { Actor, AnswerOf, Contract, ParsedOf, Side } from '../contract/index.ts'

/** What an operation knows of its request beside the input. */
export interface RequestContext {
  /** As `authenticate` said. */
  readonly actor: Actor
  /** Always there for writes, never for reads. */
  readonly idempotencyKey: string
  /** From `If-Match`; `undefined`: the caller did not say what it has seen. */
  readonly expectedVersion: number | undefined
  /** Of the request's trace, or made for it; quoted to the caller when something fails unexpectedly. */
  readonly traceId: string
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

type NamesOf<S extends Side> = {
  [K in keyof Contract]: Contract[K] extends { readonly side: S } ? K : never
}[keyof Contract]

/** How one operation is carried out. */
export interface Carried<O> {
  (input: ParsedOf<O>, context: RequestContext): Promise<AnswerOf<O>> | AnswerOf<O>
  /**
   * Asked, where there is one, before a byte of the body is read: how many may come at most. It may also refuse the request.
   */
  readonly bodyLimit?: (
    input: Omit<ParsedOf<O>, 'content'>,
    context: RequestContext,
  ) => Promise<number> | number
}

/**
 * One function per operation; those left out are answered with 501. Input is parsed, what is returned is checked before it
 * leaves. Say no by throwing `RefusedError`, `VersionConflictError` or `InvalidInputError`.
 */
export type Implementation<S extends Side = Side> = {
  readonly [K in NamesOf<S>]?: Carried<Contract[K]>
}
