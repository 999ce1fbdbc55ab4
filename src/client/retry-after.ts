import { readHttpDate, readRetryAfter } from '../errors/index.ts'

/**
 * How long a reply asks to wait, in milliseconds. A date is measured against the reply's own `Date`, not against the local clock.
 * `undefined`: not said, or not understood; then it is ignored.
 */
export const retryAfter = (headers: Headers): number | undefined => {
  const wait = readRetryAfter(headers.get('retry-after'), readHttpDate(headers.get('date')) ?? Number.NaN)
  return wait === undefined || Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
