import { readHttpDate, readRetryAfter } from '../errors/index.ts'
import type { ClientEnvironment } from './environment.ts'
import type { TransportAnswer } from './transport.ts'

/**
 * How long a reply asks to wait, in milliseconds. A date is measured against the reply's own `Date` where it has one, because local clocks
 * are often wrong. `undefined`: not said, or not understood; then it is ignored.
 */
export const retryAfter = (
  headers: TransportAnswer['headers'],
  environment: ClientEnvironment,
): number | undefined => {
  const told = headers.get('retry-after')
  if (told === null) return undefined
  const wait = readRetryAfter(told, readHttpDate(headers.get('date')) ?? environment.now())
  return wait === undefined ? undefined : Math.max(0, wait)
}
