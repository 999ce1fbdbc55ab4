import ky from 'ky'
import type { Operation } from '../contract/index.ts'
import { attempting } from './attempt.ts'
import type { Outgoing } from './outgoing.ts'
import { retryOptions } from './retry.ts'
import type { Settings } from './settings.ts'
import { Trail } from './trail.ts'

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

const carry = async (
  row: Operation,
  request: Outgoing,
  settings: Settings,
  signal: AbortSignal | undefined,
  trail: Trail,
): Promise<void> => {
  const { budget, environment, timeout } = settings
  const total = row.media ? timeout.upload : timeout.total
  const began = environment.elapsed()
  const left = () => total - (environment.elapsed() - began)
  const transport = attempting(row, request, settings, trail)
  try {
    await ky(request.url, {
      method: request.method,
      fetch: (timed) => transport(timed as Request),
      retry: retryOptions(trail, settings, left, signal),
      timeout: row.media ? timeout.upload : timeout.attempt,
      totalTimeout: total,
      ...(signal && { signal }),
    })
    budget.earn()
  } catch (error) {
    // The transport's error holds headers and body; the trail knows all that may be told, unless nothing was attempted.
    trail.failure = error
    trail.outOfTime = isTimeout(error) && left() <= 1
  }
}

/** Sends a request when its turn has come, again where that is safe and worth it, and tells what happened; never throws. */
export const send = async (
  row: Operation,
  request: Outgoing,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Trail> => {
  const trail = new Trail()
  if (!(await settings.lanes.enter(settings.timeout.queue, signal))) {
    trail.turnedAway = true
    return trail
  }
  try {
    await carry(row, request, settings, signal, trail)
  } finally {
    settings.lanes.leave()
  }
  return trail
}
