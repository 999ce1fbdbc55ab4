import type { Host } from './host.ts'
import { type Problem, problemOf } from './problems.ts'

/** What was read last, and why nothing newer is there. */
export interface Watched<Value> {
  readonly value: Value | undefined
  /** When `value` was last found to be so, where something newer could not be read. */
  readonly asOf: number | undefined
  readonly problem: Problem | undefined
}

export interface Watch<Value> {
  /** Reads as long as somebody listens. */
  subscribe(listener: () => void): () => void
  /** The same object as long as nothing has changed. */
  snapshot(): Watched<Value>
  /** Asks now, and not when it is time. */
  refresh(): void
  /** What the answer to a write has told already. */
  put(value: Value): void
}

export interface WatchOptions<Value> {
  read(signal: AbortSignal, before: Value | undefined): Promise<Value>
  readonly host: Host
  /** Milliseconds between two looks while the page is seen. */
  readonly every?: number
}

/** After failures in a row it asks less often, but never more seldom than this. */
const longest = 15_000

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * One object that is read again and again while somebody looks at it. What could not be read leaves what was there, with its
 * hour: what failed to load is never shown as empty.
 */
export const createWatch = <Value>({ read, host, every = 1_500 }: WatchOptions<Value>): Watch<Value> => {
  const listeners = new Set<() => void>()
  let state: Watched<Value> = { value: undefined, asOf: undefined, problem: undefined }
  let readAt: number | undefined
  let failures = 0
  let current: AbortController | undefined
  let calm = () => {}
  let sleep = () => {}

  const show = (next: Watched<Value>): void => {
    if (isSame(state, next)) return
    state = next
    for (const listener of [...listeners]) listener()
  }
  const schedule = (): void => {
    calm()
    if (listeners.size > 0) calm = host.after(Math.min(every * 2 ** failures, longest), look)
  }
  const look = async (): Promise<void> => {
    if (!host.isVisible() && state.value !== undefined) return
    current?.abort()
    const mine = new AbortController()
    current = mine
    try {
      const value = await read(mine.signal, state.value)
      if (current !== mine) return
      readAt = host.now()
      failures = 0
      show({ value, asOf: undefined, problem: undefined })
    } catch (error) {
      if (current !== mine) return
      failures += 1
      show({ ...state, asOf: readAt, problem: problemOf(error) })
    }
    current = undefined
    schedule()
  }

  return {
    snapshot: () => state,
    refresh: () => void look(),
    put: (value) => {
      current?.abort()
      current = undefined
      readAt = host.now()
      show({ value, asOf: undefined, problem: undefined })
      schedule()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        sleep = host.onWake(() => void look())
        void look()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        sleep()
        calm()
        current?.abort()
        current = undefined
      }
    },
  }
}
