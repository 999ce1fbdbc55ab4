import type { OperationName } from '../../contract/index.ts'

/** What goes wrong with one request, on its way or over there. */
export type FaultKind =
  /** The request never arrives. */
  | { readonly kind: 'dropRequest' }
  /** Carried out, but the connection breaks before the answer. */
  | { readonly kind: 'dropReply' }
  /** Carried out; the answer waits for `release()`. */
  | { readonly kind: 'hold' }
  /** Not carried out; answered with a status, and `Retry-After` when given. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Not carried out; sent elsewhere. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** Carried out; half of the JSON arrives, as if it were all. */
  | { readonly kind: 'truncate' }
  /** Carried out; a proxy answers 200 with a page of its own. */
  | { readonly kind: 'html' }
  /** Carried out; the answer is longer than any client should read. */
  | { readonly kind: 'oversize' }
  /** Carried out; somebody changes the body of the answer. */
  | { readonly kind: 'body'; readonly change: (body: unknown) => unknown }
  /** Refused for good, and remembered so. */
  | { readonly kind: 'fail'; readonly code: string; readonly reason: string }
  /** Carried out, but said not to have ended. */
  | { readonly kind: 'pending' }

/** Which requests it hits; all when nothing is said. */
export type Fault = FaultKind & {
  readonly operation?: OperationName | undefined
  readonly key?: string | undefined
  /** How many requests. @default 1 */
  readonly times?: number | undefined
}

interface About {
  readonly operation: string | undefined
  readonly key: string | undefined
}

/** Inside the systems, not on the way to them. */
const inner: readonly FaultKind['kind'][] = ['fail', 'pending']

export class Faults {
  #waiting: { readonly fault: Fault; left: number }[] = []
  #held: (() => void)[] = []

  add(faults: readonly Fault[]): void {
    this.#waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })))
  }

  clear(): void {
    this.#waiting = []
    this.release()
  }

  /** The first fault that hits this request, used up once. */
  take(where: 'outside' | 'inside', { operation, key }: About): FaultKind | undefined {
    const hit = this.#waiting.find(
      ({ fault, left }) =>
        left > 0 &&
        inner.includes(fault.kind) === (where === 'inside') &&
        (fault.operation === undefined || fault.operation === operation) &&
        (fault.key === undefined || fault.key === key),
    )
    if (hit) hit.left--
    return hit?.fault
  }

  /** Answers that wait. */
  get held(): number {
    return this.#held.length
  }

  hold(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve))
  }

  /** Lets every waiting answer go. */
  release(): void {
    for (const go of this.#held.splice(0)) go()
  }
}
