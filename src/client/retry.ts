import type { RetryOptions } from 'ky'
import type { Settings } from './settings.ts'
import type { Ending, Trail } from './trail.ts'

/** No status says more clearly that the same request may do later. */
const worthRepeating = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500

/** Longest delay between two attempts when the other side asks for none, in milliseconds. */
const longestDelay = 20_000
/** Part of a told wait by which it is lengthened at most, so that those who were told the same do not come back at once. */
const spread = 0.1

/**
 * When and after how long a call is repeated. Writes are repeated like reads, for each attempt carries the same
 * idempotency key; what the other side has decided (4xx) is never asked twice.
 *
 * @param left milliseconds until the whole call is given up.
 */
export const retryOptions = (
  trail: Trail,
  { retry, budget, auth, environment }: Settings,
  left: () => number,
  signal: AbortSignal | undefined,
): RetryOptions => {
  let renewed = false
  let wait = 0

  const backOff = (first: number, repeat: number): number =>
    environment.random() * Math.min(longestDelay, first * 2 ** (repeat - 1))

  /** Never earlier than told. */
  const asTold = (told: number): number => told + environment.random() * (told * spread + retry.delay)

  const waitAfter = (ending: Ending, repeat: number): number => {
    if (ending.kind !== 'answered') return backOff(retry.delay, repeat)
    if (ending.retryAfter !== undefined) return asTold(ending.retryAfter)
    return backOff(ending.status === 429 ? retry.throttledDelay : retry.delay, repeat)
  }

  const renew = async (): Promise<boolean> => {
    if (!auth.renew || renewed) return false
    renewed = true
    await auth.renew(trail.credentials)
    wait = 0
    return budget.takeForRenewal()
  }

  const shouldRetry = async ({ retryCount }: { retryCount: number }): Promise<boolean> => {
    const { last } = trail
    if (signal?.aborted) return false
    if (last?.kind === 'answered') {
      if (last.status === 401) return renew()
      if (!worthRepeating(last.status) || (last.retryAfter ?? 0) > retry.longestWait) return false
    } else if (last?.kind !== 'running' && last?.kind !== 'lost') return false
    wait = waitAfter(last, retryCount)
    // A wait that nobody will live to see the end of is not begun.
    return wait < left() && budget.take()
  }

  // Statuses, headers and jitter are judged here: the transport would wait for whatever a header says.
  return {
    limit: retry.attempts - 1,
    methods: ['get', 'post', 'put', 'patch', 'delete'],
    delay: () => wait,
    shouldRetry,
  }
}
