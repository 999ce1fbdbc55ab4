import type { Operation } from '../contract/index.ts'
import { attempt } from './attempt.ts'
import type { Outgoing } from './outgoing.ts'
import { retrying } from './retry.ts'
import type { Settings } from './settings.ts'
import { Trail } from './trail.ts'
import { pause, within } from './within.ts'

const isGood = ({ last }: Trail): boolean =>
  last?.kind === 'answered' && last.status >= 200 && last.status < 300

const carry = async (
  row: Operation,
  request: Outgoing,
  settings: Settings,
  signal: AbortSignal | undefined,
  trail: Trail,
): Promise<void> => {
  const { budget, environment, timeout } = settings
  const total = row.media ? timeout.upload : timeout.total
  const longest = row.media ? timeout.upload : timeout.attempt
  const began = environment.elapsed()
  const left = () => total - (environment.elapsed() - began)
  const waitBefore = retrying(trail, settings, left, signal)
  settings.checkPlatform()
  for (let attempts = 1; ; attempts += 1) {
    const end = await within(Math.min(longest, left()), environment, signal, (inTime) =>
      attempt(row, request, settings, trail, inTime),
    )
    if (end === 'done' && isGood(trail)) return budget.earn()
    trail.outOfTime = end === 'late' && left() <= 1
    const wait = await waitBefore(attempts)
    if (wait === undefined) return
    await pause(wait, environment, signal)
    trail.outOfTime = left() <= 0
    if (signal?.aborted || trail.outOfTime) return
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
  } catch (error) {
    // The trail knows all that may be told, unless nothing was attempted.
    trail.failure = error
  } finally {
    settings.lanes.leave()
  }
  return trail
}
