import type { OperationName } from '../../contract/index.ts'

/** What goes wrong with one request, on its way, over there, or on the way back. */
export type FaultKind =
  /** The request never arrives. */
  | { readonly kind: 'dropRequest' }
  /** The connection is reset when this share of the body has arrived, from 0 to 1; nothing is carried out. */
  | { readonly kind: 'resetUpload'; readonly share: number }
  /** The same request arrives so many times, one after the other; the last answer is told. Twice when left out. */
  | { readonly kind: 'duplicate'; readonly copies?: number | undefined }
  /** Not carried out; answered with a status, and `Retry-After` and `Date` when given. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: string | undefined
      readonly date?: string | undefined
    }
  /** Not carried out; sent elsewhere, with 307 when left out. */
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number | undefined }
  /** The request arrives, or the answer to it, after so many milliseconds of the mock's clock; see `tick`. */
  | { readonly kind: 'delay'; readonly ms: number; readonly leg?: 'request' | 'answer' | undefined }
  /** Carried out, but the connection breaks before the answer. */
  | { readonly kind: 'dropReply' }
  /** Carried out; the answer waits for `release()`. */
  | { readonly kind: 'hold' }
  /** Carried out; the answer comes in bytes, so many for each second of the mock's clock; see `tick`. One when left out. */
  | { readonly kind: 'drip'; readonly bytesPerSecond?: number | undefined }
  /** Carried out; this share of the JSON arrives, as if it were all; half when left out. */
  | { readonly kind: 'truncate'; readonly share?: number | undefined }
  /** Carried out; a proxy answers 200 with a page of its own. */
  | { readonly kind: 'html' }
  /** Carried out; 200 without a body. */
  | { readonly kind: 'empty' }
  /** Carried out; a byte order mark before the JSON. */
  | { readonly kind: 'byteOrderMark' }
  /** Carried out; the right JSON under another media type; `text/plain` when left out. */
  | { readonly kind: 'mediaType'; readonly mediaType?: string | undefined }
  /** Carried out; said to be compressed, and is not. */
  | { readonly kind: 'brokenGzip' }
  /** Carried out; the right answer, compressed so many times over; six when left out. */
  | { readonly kind: 'encodings'; readonly count?: number | undefined }
  /** Carried out; some kilobytes that unpack to so many bytes; 64 MiB when left out. */
  | { readonly kind: 'bomb'; readonly bytes?: number | undefined }
  /** Carried out; the answer is longer than any client should read. */
  | { readonly kind: 'oversize' }
  /** Carried out; the answer is of another version: see `Drift`. */
  | { readonly kind: 'drift'; readonly how: Drift; readonly path?: string | undefined }
  /** Carried out; the answer names another item, amount or currency than was asked for. */
  | { readonly kind: 'echo'; readonly other: 'item' | 'amount' | 'currency' }
  /** Carried out; these members of the answer say something else. */
  | { readonly kind: 'members'; readonly members: Readonly<Record<string, unknown>> }
  /** Carried out; somebody changes the body of the answer. In process only. */
  | { readonly kind: 'body'; readonly change: (body: unknown) => unknown }
  /** Refused for good, and remembered so. */
  | { readonly kind: 'fail'; readonly code: string; readonly reason: string }
  /** Carried out, but said not to have ended, also to who asks what became of it. */
  | { readonly kind: 'pending' }
  /** Said to be done, and nothing was done. */
  | { readonly kind: 'pretend' }
  /** Only this share of the money moves, and that is what is said; half when left out. */
  | { readonly kind: 'partly'; readonly share?: number | undefined }
  /** The systems' clock is wrong by so many milliseconds, ahead when above zero. */
  | { readonly kind: 'skew'; readonly ms: number }

/**
 * How an answer differs from the contract: a field that nobody knows, a member of an enumeration that nobody knows, a field
 * that is missing, of another type, or null. `path` is a JSON Pointer; left out, the first member that will do is changed.
 */
export type Drift = 'newField' | 'newMember' | 'missing' | 'wrongType' | 'null'

/** Which requests it hits; all when nothing is said. */
export type Fault = FaultKind & {
  readonly operation?: OperationName | undefined
  readonly key?: string | undefined
  /** How many requests, or every one. @default 1 */
  readonly times?: number | 'always' | undefined
}

/** What a fault is looked up by. */
export interface About {
  readonly operation: string | undefined
  readonly key: string | undefined
}

interface Waiting {
  readonly fault: Fault
  left: number
  fired: number
}

/** Inside the systems, not on the way to them. */
export const innerKinds: readonly FaultKind['kind'][] = ['fail', 'pending', 'pretend', 'partly', 'skew']

/** On the way to the systems, inside them, or where somebody asks them what became of a write. */
const strikes = {
  outside: (kind: FaultKind['kind']) => !innerKinds.includes(kind),
  inside: (kind: FaultKind['kind']) => innerKinds.includes(kind),
  asked: (kind: FaultKind['kind']) => kind === 'pending',
} as const

/** Faults that wait for a request, and how often each kind has hit one. */
export class Faults {
  #waiting: Waiting[] = []
  #injected: Record<string, number> = {}

  add(faults: readonly Fault[]): void {
    this.#waiting.push(
      ...faults.map((fault) => ({
        fault,
        left: fault.times === 'always' ? Number.POSITIVE_INFINITY : (fault.times ?? 1),
        fired: 0,
      })),
    )
  }

  clear(): void {
    this.#waiting = []
    this.#injected = {}
  }

  /** The first fault that hits this request, used up once. */
  take(where: keyof typeof strikes, { operation, key }: About): FaultKind | undefined {
    const hit = this.#waiting.find(
      ({ fault, left }) =>
        left > 0 &&
        strikes[where](fault.kind) &&
        (fault.operation === undefined || fault.operation === operation) &&
        (fault.key === undefined || fault.key === key),
    )
    if (!hit) return undefined
    hit.left -= 1
    hit.fired += 1
    this.#injected[hit.fault.kind] = (this.#injected[hit.fault.kind] ?? 0) + 1
    return hit.fault
  }

  /** What has hit fewer requests than it says; one that hits always, when it has hit none. */
  unspent(): readonly Fault[] {
    return this.#waiting
      .filter(({ fault, left, fired }) => (fault.times === 'always' ? fired === 0 : left > 0))
      .map(({ fault, left }) => (fault.times === 'always' ? fault : { ...fault, times: left }))
  }

  /** What waits, so that `add` brings it back. */
  waiting(): readonly Fault[] {
    return this.#waiting
      .filter(({ left }) => left > 0)
      .map(({ fault, left }) => ({ ...fault, times: left === Number.POSITIVE_INFINITY ? 'always' : left }))
  }

  injected(): Readonly<Record<string, number>> {
    return { ...this.#injected }
  }
}
