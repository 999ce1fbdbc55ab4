/** What a transport sends: once, and to nobody else. */
export interface TransportRequest {
  /** Absolute. */
  readonly url: string
  readonly method: string
  /** Each name once, in any case. */
  readonly headers: Readonly<Record<string, string>>
  /** Exactly these bytes; `undefined` sends none. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
  /** Aborts when nobody waits for the answer any longer, its body included. */
  readonly signal: AbortSignal
}

/** An answer whose headers have come. Either `bytes` or `discard` is called, once. */
export interface TransportAnswer {
  readonly status: number
  /** Any case; several of one name are joined by a comma and a blank. */
  readonly headers: { get(name: string): string | null }
  /** The body is packed in a way that this transport does not read; then `discard` is called. @default false */
  readonly isForeign?: boolean
  /** The whole body, decoded; `undefined` when it is longer than so many bytes, and then the rest is not read. */
  bytes(longest: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Nobody wants the body. */
  discard(): void
}

/**
 * How one request travels. It repeats nothing, follows no redirect and rejects when no whole answer comes: what that means, and
 * whether the request leaves once more, the client decides.
 *
 * @example const slow: Transport = async (request) => { await pause(1_000); return transport(request) }
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>
