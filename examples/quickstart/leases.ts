import { orderKinds } from 'terminal-lifecycle/domain'
import type { Store } from 'terminal-lifecycle/runtime'

type Work = Pick<Store, 'waiting' | 'timers'>

const isTried = async (store: Work): Promise<boolean> =>
  (await store.waiting()).some(({ attempts, lastErrorCode }) => attempts > 0 && lastErrorCode === null)

const isDue = async (store: Work, lifecycleId: string, now: string): Promise<boolean> =>
  (await store.timers(lifecycleId)).some(({ due }) => Date.parse(due) <= Date.parse(now))

/**
 * Did the run before die with work in its hands? Nobody else may touch that before its lease has run out, nor what comes behind
 * it: neither an order, nor a deadline that came and was never told. A run that comes to its end leaves no such deadline.
 *
 * @param now Business time.
 */
export const isInterrupted = async (store: Work, lifecycleId: string, now: string): Promise<boolean> =>
  (await isTried(store)) || (await isDue(store, lifecycleId, now))

/**
 * Every order waits in its old place again. A store serves what a dead worker held behind everything else, because that may be
 * what it died of; here the case shall be the same with a crash in it, so all are held until long ago.
 *
 * @param now Wall time in milliseconds.
 */
export const lineUp = async (store: Pick<Store, 'claim'>, now: number): Promise<void> => {
  const noDeadline = '1970-01-01T00:00:00Z'
  const room = Object.fromEntries(orderKinds.map((kind) => [kind, Number.MAX_SAFE_INTEGER]))
  await store.claim({ worker: 'line-up', now, at: noDeadline, leaseUntil: 0, room })
}
