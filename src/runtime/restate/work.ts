import { askedToWait } from '../../errors/index.ts'
import { retryDelay } from '../backoff.ts'
import { type Hindered, type Hindrance, isReady } from '../carry-out.ts'
import { createParking, unexpected } from '../parking.ts'
import type { Parts } from '../parts.ts'
import { millisecondsOf } from '../projection.ts'
import type { OrderWork } from '../store.ts'
import { orTold } from './failures.ts'
import type { CallMessage, ConcludeMessage } from './messages.ts'

/** When work that did not end is tried again, wall time in milliseconds; `null`: it has ended. */
export type Again = { retryAt: number; from: number } | null

/** What was begun: an order to be called, or when it is tried again. */
export type Begun = { ready: CallMessage } | { again: Again }

/** Parts of the carrying out of an order, each of which may be done again from its start; what is between is in Restate. */
export function createWork(parts: Parts) {
  const { store, carryOut, call, environment, now, retry, leaseMs, onFailure, fire } = parts
  const parking = createParking(parts)

  function pause({ code, error, waitMs }: Hindered, nth: number): { retryAt: number; from: number } {
    const from = environment.now()
    const asked = waitMs ?? askedToWait(error, from)
    const wait = code === 'STOPPED' ? 0 : retryDelay(retry, nth, asked, environment.random())
    return { retryAt: from + wait, from }
  }

  async function putOff(work: OrderWork, hindrance: Hindrance): Promise<Again> {
    if (hindrance === null) return null
    const { lifecycleId, orderId, failures, attempt } = work
    const { code, error, failed } = hindrance
    if (error !== undefined) onFailure({ error, lifecycleId, orderId })
    const again = pause(hindrance, failed ? failures : attempt)
    await store.release(work, { retryAt: again.retryAt, errorCode: code, failed: failed !== undefined })
    return again
  }

  /** The order is counted as tried before anybody is called. */
  async function claim(lifecycleId: string, orderId: string, token: string): Promise<OrderWork | undefined> {
    const order = (await store.newest(lifecycleId))?.record.context.orders[orderId]
    if (order?.status !== 'ordered') return undefined
    const claimedAt = environment.now()
    const leaseUntil = claimedAt + leaseMs
    const query = { worker: token, now: claimedAt, at: now(), leaseUntil, room: { [order.kind]: 1 }, orderId }
    const [work] = await store.claim(query)
    return work?.kind === 'order' && work.orderId === orderId ? work : undefined
  }

  return {
    async begin(lifecycleId: string, orderId: string, token: string): Promise<Begun> {
      const work = await claim(lifecycleId, orderId, token)
      if (!work) return { again: null }
      const parked = await parking.before(work)
      const begun = parked ?? (await carryOut.begin(work).catch(unexpected))
      if (isReady(begun)) return { ready: { work, order: begun.order } }
      return { again: await putOff(work, begun) }
    },

    /** @throws Error where the attempt of Restate ended before the service answered: it makes another. */
    async call({ work, order }: CallMessage, stop: AbortSignal): Promise<ConcludeMessage> {
      const { lifecycleId, orderId, attempt } = work
      const stored = await orTold(store.newest(lifecycleId))
      // Whoever has the newest release tries it again: nobody was called.
      if (stored && 'told' in stored)
        return { work, order, outcome: { came: 'nothing', code: 'STOPPED' }, waitMs: 0 }
      const record = stored?.record
      // taken back since: whether an attempt that died had any effect, nobody knows
      if (record?.context.orders[orderId]?.status !== 'ordered')
        return { work, order, outcome: { came: 'nothing', code: 'STOPPED' }, waitMs: 0 }
      const { outcome, waitMs, error } = await call(order, record, attempt, stop)
      if (stop.aborted) throw new Error('STOPPED')
      if (error !== undefined) onFailure({ error, lifecycleId, orderId })
      return { work, order, outcome, waitMs }
    },

    async conclude({ work, order, outcome, waitMs }: ConcludeMessage): Promise<Again> {
      const { lifecycleId, attempt } = work
      const hindrance = await carryOut
        .conclude(order, lifecycleId, attempt, { outcome, waitMs })
        .catch(unexpected)
      return putOff(work, await parking.after(work, hindrance))
    },

    /** A deadline that has come; one that has not, by the business clock of today, is looked at again. */
    async fire(lifecycleId: string, deadlineId: string, due: string, attempt: number): Promise<Again> {
      if (millisecondsOf(now()) < millisecondsOf(due)) return null
      const worker = ''
      const hindrance = await fire({
        ...{ kind: 'timer', lifecycleId, deadlineId, due, attempt, worker },
      }).catch(unexpected)
      if (hindrance?.error !== undefined) onFailure({ error: hindrance.error, lifecycleId })
      return hindrance && pause(hindrance, attempt)
    },
  }
}
