import type { KyInstance } from 'ky'
import type { OperationName } from '../contract/index.ts'
import type { Auth } from './auth.ts'
import type { ClientEnvironment } from './environment.ts'
import type { Mappings } from './mappings.ts'
import type { Transport } from './transport.ts'

/** The part of `fetch` that is used: a whole URL, one set of options. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What a hook may know: enough for logs and measurements, nothing that is secret or personal. */
export interface AttemptInfo {
  readonly operation: OperationName
  readonly method: string
  /** 1 for the first. */
  readonly attempt: number
  /** `undefined` for reads. */
  readonly idempotencyKey: string | undefined
}

/** For metrics and traces. They are told no header, no body and no key; what they throw is swallowed. */
export interface ClientHooks {
  /** Before each attempt leaves. */
  readonly onAttempt?: (info: AttemptInfo) => void
  /** After each attempt; `status` is null when no whole answer came. */
  readonly onAnswer?: (info: AttemptInfo & { readonly status: number | null }) => void
}

/** Only what may be repeated safely is: reads, and writes under the same idempotency key. */
export interface RetryOptions {
  /** Attempts of one call in all, the first included. @default 3 */
  readonly attempts?: number
  /** First delay; doubled each time, up to 20 s, and then a random part of it is waited. @default 100 @unit milliseconds */
  readonly delay?: number
  /** First delay after 429 without `Retry-After`. @default 1000 @unit milliseconds */
  readonly throttledDelay?: number
  /**
   * Longest `Retry-After` that a call waits for; a longer one ends the call, as does one beyond the call's own time. What is waited is up
   * to a tenth longer than told, never shorter. @default 60000 @unit milliseconds
   */
  readonly longestWait?: number
}

/**
 * How long a call may take. What ends by them rejects with `RequestTimeoutError`, a write with
 * `OutcomeUnknownError`.
 */
export interface TimeoutOptions {
  /** One attempt, body included. @default 10000 @unit milliseconds */
  readonly attempt?: number
  /** The whole call with its delays. @default 30000 @unit milliseconds */
  readonly total?: number
  /** Until a call gets its turn, see `concurrency`; the other clocks begin only then. @default 30000 @unit milliseconds */
  readonly queue?: number
  /** Attempt and whole call, where bytes of a document are sent. @default 300000 @unit milliseconds */
  readonly upload?: number
}

/** An answer of the other side before anybody has judged it. */
export interface RawAnswer {
  readonly status: number
  /** Parsed JSON, `undefined` when there was none. */
  readonly body: unknown
}

/**
 * Translates an answer into the contract's: a status that tells good from bad, and for bad ones a `Problem` as body.
 *
 * @example (answer) => answer.body.ret === 0 ? { status: 200, body: answer.body.data } : { status: 409, body: … }
 */
export type Dialect = (answer: RawAnswer, operation: OperationName) => RawAnswer

/** Where the other side is, who asks, and what carries the calls. */
export interface AcquirerClientOptions {
  /**
   * Everything before the paths of the contract, such as `https://acquirer.example/v1`. HTTPS, except on this very machine;
   * requests never leave its origin.
   */
  readonly baseUrl: string | URL
  readonly auth: Auth
  /** What carries each attempt; at most one of `fetch`, `ky` and `transport` is given. @default globalThis.fetch */
  readonly fetch?: Fetch
  /**
   * Each attempt is one call of this instance, with its hooks and headers. When to repeat and when to give up the client judges by its own
   * `retry` and `timeout`; those of the instance do not count.
   *
   * @example ky.create({ hooks: { beforeRequest: [({ request }) => trace(request)] } })
   */
  readonly ky?: KyInstance
  /** Such as `createNodeTransport()` of `terminal-lifecycle/client/node`. */
  readonly transport?: Transport
  readonly retry?: RetryOptions
  readonly timeout?: TimeoutOptions
  /** Calls under way at once; the others wait their turn. @default 100 */
  readonly concurrency?: number
  readonly hooks?: ClientHooks
  /**
   * Language of what the other side writes for people, such as the titles and details of its problems: a BCP 47 tag, sent as
   * `Accept-Language` with each call; codes are the same in all of them. Not sent when left out.
   *
   * @example 'zh-CN'
   */
  readonly locale?: string
  /**
   * Other paths for single operations, with the same `{parameters}`.
   *
   * @example { readStatus: '/hosts/{terminalRef}' }
   */
  readonly pathMap?: Readonly<Partial<Record<OperationName, `/${string}`>>>
  /** For an acquirer that says good and bad in a way of its own; for every operation, before `mappings`. */
  readonly dialect?: Dialect
  /**
   * For an acquirer whose requests and replies have another form, operation by operation.
   *
   * @example
   * { payOut: {
   *   request: ({ payoutId, amount }) => ({ body: { out_no: payoutId, money: (amount.amount / 100).toFixed(2) } }),
   *   reply: (body, { payoutId, amount }) => ({ status: 'done', reference: String((body as { no: string }).no), payoutId, amount }),
   * } }
   */
  readonly mappings?: Mappings
  /** @default the host's timer, monotonic clock and chance */
  readonly environment?: ClientEnvironment
}
