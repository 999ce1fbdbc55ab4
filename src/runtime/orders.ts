import type { Actor } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import type { Order } from '../schemas/index.ts'
import type { Entrance } from './entrance.ts'
import { seesAll } from './sees-all.ts'
import type { Store } from './store.ts'

/** An order of a life, and how it gets on. */
export interface OrderState {
  order: Order
  /** How often it was tried, as long as it has not ended. */
  attempts: number
  /** Why the last attempt failed; a code, never a message. */
  lastErrorCode: string | null
  /** What its service answered and the record refused. */
  refused: LifecycleRecord['context']['refusedAnswers'][string] | null
}

export interface OrdersParts {
  store: Pick<Store, 'waiting'>
  entrance: Pick<Entrance, 'find'>
}

/** For those who see everything; to others the acquirer's own systems are nothing. */
export const createOrders =
  ({ store, entrance }: OrdersParts) =>
  async (lifecycleId: string, actor: Actor): Promise<readonly OrderState[] | undefined> => {
    const stored = await entrance.find(lifecycleId, actor)
    if (!stored) return undefined
    if (!seesAll(actor)) return []
    const { orders, refusedAnswers } = stored.record.context
    const waiting = new Map((await store.waiting(lifecycleId)).map((order) => [order.orderId, order]))
    return Object.values(orders).map((order) => {
      const { attempts = 0, lastErrorCode = null } = waiting.get(order.orderId) ?? {}
      return { order, attempts, lastErrorCode, refused: refusedAnswers[order.orderId] ?? null }
    })
  }
