import type { ChangesView, JournalItem, OrderView } from '../contract/index.ts'
import type { Data } from '../domain/index.ts'
import { InvalidInputError, isTerminalLifecycleError, RefusedError } from '../errors/index.ts'
import type { OrderState } from '../runtime/index.ts'
import type { Order } from '../schemas/index.ts'
import type { Implementation } from '../server/index.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { notFound } from './not-found.ts'
import { fitting, pageOf } from './views/page.ts'

/** What is to be done, and what happened. */
type Queues = Pick<Implementation<'portal'>, 'getOrders' | 'getWork' | 'getChanges'>

/** Where money goes, and how somebody is reached, is not what an order is about. */
const about = ({ params }: Order): Data => {
  const { accountToken: _, reply: __, ...rest } = params as Partial<Record<string, Data[string]>>
  return rest as Data
}

const viewOf = ({ order, attempts, lastErrorCode, refused }: OrderState): OrderView => {
  const { orderId, kind, status, orderedAt, claimed, parked } = order
  return {
    ...{ orderId, kind, about: about(order), status, orderedAt, claimed, attempts, lastErrorCode },
    parked: parked ?? null,
    refusedAnswer: refused && { codes: refused.codes, at: refused.at },
  }
}

/** The runtime calls its cursor `after`; whoever asks over HTTP shall find the name that it used. */
const underName = (error: unknown): never => {
  if (!isTerminalLifecycleError(error) || error.code !== 'INVALID_INPUT') throw error
  const issues = error.issues.map(({ path, code }) => ({ path: path === '/after' ? '/cursor' : path, code }))
  throw new InvalidInputError({ issues })
}

export const queuesSide = (runtime: CaseRuntime): Queues => ({
  getOrders: async ({ lifecycleId, cursor }, { actor }) => {
    const orders = (await runtime.orders(lifecycleId, { actor })) ?? notFound()
    if (actor.role !== 'provider' && actor.role !== 'system')
      throw new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' })
    return pageOf(orders.map(viewOf), ({ orderedAt, orderId }) => [Date.parse(orderedAt), orderId], cursor)
  },
  getWork: async ({ cursor, ...question }, { actor }) => {
    const { items, next } = await runtime.work({ ...question, after: cursor }, { actor }).catch(underName)
    return { items, nextCursor: next }
  },
  getChanges: async ({ after = null, limit }, { actor }): Promise<ChangesView> => {
    const { changes, more } = await runtime.changesPage(after, { actor, limit })
    const items = fitting(changes.map((change) => ({ ...change, entry: change.entry as JournalItem })))
    return {
      items,
      cursor: items.at(-1)?.cursor ?? after,
      more: more || items.length < changes.length,
    }
  },
})
