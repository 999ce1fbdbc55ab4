import type { Settings } from './settings.ts'
import type { Ending, Trail } from './trail.ts'
import { within } from './within.ts'

/** No status says more clearly that the same request may do later. */
const worthRepeating = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500

/** No answer came, or not yet, and nothing says that the next attempt has to end in the same way. */
const mayDoLater: readonly Ending['kind'][] = ['running', 'lost', 'unreached']

/** Longest delay between two attempts when the other side asks for none, in milliseconds. */
const longestDelay = 20_000
/** Part of a told wait by which it is lengthened at most, so that those who were told the same do not come back at once. */
const spread = 0.1

/**
 * Judges whether a call is repeated. Writes are repeated like reads, for each attempt carries the same idempotency key; what the other
 * side has decided (4xx) is never asked twice.
 *
 * @param left milliseconds until the whole call is given up.
 * @returns a function of the attempts so far: how many milliseconds to wait before the next, or `undefined`: there is none.
 */
export const retrying = (
  trail: Trail,
  { retry, budget, auth, environment }: Settings,
  left: () => number,
  signal: AbortSignal | undefined,
): ((attempts: number) => Promise<number | undefined>) => {
  let renewed = false

  const backOff = (first: number, repeat: number): number =>
    environment.random() * Math.min(longestDelay, first * 2 ** (repeat - 1))

  /** Never earlier than told. */
  const asTold = (told: number): number => told + environment.random() * (told * spread + retry.delay)

  const waitAfter = (ending: Ending, repeat: number): number => {
    if (ending.kind !== 'answered') return backOff(retry.delay, repeat)
    if (ending.retryAfter !== undefined) return asTold(ending.retryAfter)
    return backOff(ending.status === 429 ? retry.throttledDelay : retry.delay, repeat)
  }

  const renew = async (): Promise<number | undefined> => {
    if (!auth.renew || renewed) return undefined
    renewed = true
    const end = await within(left(), environment, signal, async () => auth.renew?.(trail.credentials))
    return end === 'done' && budget.takeForRenewal() ? 0 : undefined
  }

  return async (attempts) => {
    const { last } = trail
    if (attempts >= retry.attempts || signal?.aborted) return undefined
    if (last?.kind === 'answered') {
      if (last.status === 401) return renew()
      if (!worthRepeating(last.status) || (last.retryAfter ?? 0) > retry.longestWait) return undefined
    } else if (!last || !mayDoLater.includes(last.kind)) return undefined
    const wait = waitAfter(last, attempts)
    // A wait that nobody will live to see the end of is not begun.
    return wait < left() && budget.take() ? wait : undefined
  }
}
