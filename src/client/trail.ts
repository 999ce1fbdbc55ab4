import type { JsonFault } from '../contract/index.ts'

/** Why the body of an answer was not read. */
type BodyFault = JsonFault | 'size' | 'media' | 'charset' | 'partial' | 'coding' | 'status' | 'dialect'

/** A whole answer, translated by the dialect. */
export interface Answered {
  readonly kind: 'answered'
  readonly status: number
  /** Parsed JSON; `undefined` when there was none, or `fault` says why it was not read. */
  readonly body: unknown
  readonly fault?: BodyFault | undefined
  /** JSON Pointer of the member that is at fault, where it is one. */
  readonly faultPath?: string | undefined
  /** From `ETag`: the version that the case is at. */
  readonly version?: number | undefined
  /** As told, in milliseconds. */
  readonly retryAfter?: number | undefined
}

/** How one attempt ended. Not at all, too, is an ending: nobody knows then what the other side did. */
export type Ending =
  /** Nothing has left yet: it is being signed. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'running' }
  | { readonly kind: 'lost'; readonly cause: unknown }
  /** There was no connection: nothing has left. */
  | { readonly kind: 'unreached'; readonly cause: unknown }
  | { readonly kind: 'redirected' }
  /** Our own side failed before anything left. */
  | { readonly kind: 'unsent'; readonly reason: unknown }
  | Answered

/** What happened to the attempts of one call: what is told at the end is read off it, never off a transport's error. */
export class Trail {
  readonly #endings: Ending[] = []
  /** Sent with the newest attempt; asked for when it was answered 401. */
  credentials: Readonly<Record<string, string>> = {}
  /** How the transport gave up, where it did; only where nothing was attempted is it looked at. */
  failure: unknown
  /** The call never got its turn. */
  turnedAway = false
  /** The time for all attempts together is over. */
  outOfTime = false

  get attempts(): number {
    return this.#endings.length
  }

  get last(): Ending | undefined {
    return this.#endings.at(-1)
  }

  get endings(): readonly Ending[] {
    return this.#endings
  }

  /** Begins an attempt; the function returned says how it goes on. A late end of an old attempt changes only that one. */
  begin(): (ending: Ending) => void {
    const place = this.#endings.push({ kind: 'preparing' }) - 1
    return (ending) => {
      this.#endings[place] = ending
    }
  }
}
