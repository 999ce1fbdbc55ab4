import { isTerminalLifecycleError } from '../../errors/index.ts'
import type { Environment, Runtime } from '../../runtime/index.ts'
import type { Deliveries, PlannedDelivery } from '../deliveries.ts'
import { messageOf } from './message.ts'
import type { Disabled, Endpoint } from './options.ts'
import type { Wake } from './wake.ts'

export interface PlannerParts {
  runtime: Pick<Runtime, 'changes'>
  deliveries: Deliveries
  endpoint: Endpoint
  environment: Environment
  mostWaiting: number
  /** Told when something was planned. */
  planned: Wake
  onDisabled: (disabled: Disabled) => void
}

/** Changes that are read before they are written down. */
const batchSize = 100

/**
 * - `more`: there may be more to plan.
 * - `caughtUp`: everything that is stored is planned, up to `cursor`.
 * - `closed`: nothing is planned now; the endpoint is disabled, or too much waits for it.
 */
export type Planning = { state: 'more' | 'closed' } | { state: 'caughtUp'; cursor: string | null }

const isUnknownCursor = (error: unknown): boolean =>
  isTerminalLifecycleError(error) &&
  error.code === 'INVALID_INPUT' &&
  error.issues.some(({ code }) => code === 'CURSOR_UNKNOWN')

/** Turns what happened into deliveries. */
export function createPlanner(parts: PlannerParts) {
  const { runtime, deliveries, environment, mostWaiting, onDisabled } = parts
  const { id: endpointId, actor, eventTypes } = parts.endpoint
  const wanted = eventTypes && new Set(eventTypes)

  async function read(from: string | null, room: number, signal: AbortSignal) {
    const planned: PlannedDelivery[] = []
    let [to, count] = [from, 0]
    for await (const change of runtime.changes(from, { actor, signal, atEnd: 'return' })) {
      const { type, ...message } = await messageOf(change)
      if (!wanted || wanted.has(type)) planned.push(message)
      to = change.cursor
      count += 1
      if (count === batchSize || planned.length === room) return { planned, to, isAtEnd: false }
    }
    return { planned, to, isAtEnd: !signal.aborted }
  }

  /** Plans some of what is not planned yet. Cursor and deliveries are written together, or neither is. */
  return async (signal: AbortSignal): Promise<Planning> => {
    const { cursor: from, disabled, waiting } = await deliveries.standing(endpointId)
    if (disabled || waiting >= mostWaiting) return { state: 'closed' }
    const found = await read(from, mostWaiting - waiting, signal).catch((error: unknown) => {
      if (!isUnknownCursor(error)) throw error
    })
    if (!found) {
      // Where to begin instead, somebody has to say: tried again and again it would look as if there was nothing to send.
      if (await deliveries.disable(endpointId, 'lost')) onDisabled({ endpointId, reason: 'lost' })
      return { state: 'closed' }
    }
    const { planned, to, isAtEnd } = found
    if (to !== null && to !== from) {
      const now = environment.now()
      // Where somebody else was faster, the next round begins where they ended.
      if (!(await deliveries.plan({ endpointId, from, to, deliveries: planned, now })))
        return { state: 'more' }
      parts.planned.wake()
    }
    return isAtEnd ? { state: 'caughtUp', cursor: to } : { state: 'more' }
  }
}
