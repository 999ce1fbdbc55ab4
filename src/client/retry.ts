import type { RetryOptions } from 'ky'
import type { Settings } from './settings.ts'
import type { Trail } from './trail.ts'

/** No status says more clearly that the same request may do later. */
const worthRepeating = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500

const serverErrors = Array.from({ length: 100 }, (_, place) => 500 + place)
const statusCodes = [408, 425, 429, ...serverErrors]

/** Longest delay between two attempts when the other side asks for none, in milliseconds. */
const longestDelay = 20_000

/**
 * When and after how long a call is repeated. Writes are repeated like reads, for each attempt carries the same
 * idempotency key; what the other side has decided (4xx) is never asked twice.
 */
export const retryOptions = (trail: Trail, { retry, budget, auth, timeout }: Settings): RetryOptions => {
  let renewed = false
  const shouldRetry = async (): Promise<boolean | undefined> => {
    const { last } = trail
    if (last?.kind === 'running' || last?.kind === 'lost') return budget.take()
    if (last?.kind !== 'answered') return false
    if (last.status === 401 && auth.renew && !renewed) {
      renewed = true
      await auth.renew(trail.credentials)
      return true
    }
    const wait = last.retryAfter ?? 0
    if (!worthRepeating(last.status) || wait > retry.longestWait || wait >= timeout.total) return false
    // `undefined`: the transport waits as it was told, or for `delay`.
    return budget.take() ? undefined : false
  }
  const first = (): number => {
    const { last } = trail
    if (last?.kind !== 'answered') return retry.delay
    if (last.status === 401) return 0
    return last.status === 429 ? retry.throttledDelay : retry.delay
  }
  return {
    limit: retry.attempts - 1,
    methods: ['get', 'post', 'put'],
    statusCodes,
    afterStatusCodes: statusCodes,
    backoffLimit: longestDelay,
    delay: (attempt) => first() * 2 ** (attempt - 1),
    jitter: true,
    shouldRetry,
  }
}
