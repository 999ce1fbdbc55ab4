import type { Actor, Role } from '../domain/index.ts'
import { type LifecycleRecord, viewRecord } from '../machine/index.ts'
import type { Entrance } from './entrance.ts'
import { isName } from './find-query.ts'
import type { FindQuery, Skipped, Store } from './store.ts'
import { viewerOf } from './work-of.ts'

/** Who finds a life by a paper or an order has to be told of that: one that is hidden would give itself away. */
export function isToldOf(record: LifecycleRecord, { documentId, orderId }: FindQuery, role: Role): boolean {
  if (viewerOf(role) === 'provider' || (documentId === undefined && orderId === undefined)) return true
  const { documents, orders } = viewRecord(record, role).context
  const has = (ledger: object, id: string | undefined) => id === undefined || Object.hasOwn(ledger, id)
  return has(documents, documentId) && has(orders, orderId)
}

export interface LifecycleOfParts {
  store: Store
  entrance: Pick<Entrance, 'scopeFor' | 'mayEnter'>
  skipped: Skipped
}

/** Whose order it is or was; `undefined` for one that is not the reader's as for one that is not there. */
export const createLifecycleOf =
  ({ store, entrance, skipped }: LifecycleOfParts) =>
  async (orderId: string, actor: Actor): Promise<string | undefined> => {
    if (!isName(orderId)) return undefined
    const query = { orderId, viewer: viewerOf(actor.role), limit: 1 }
    const [record] = await store.find(query, skipped, entrance.scopeFor(actor))
    const isTold = record && entrance.mayEnter(actor, record) && isToldOf(record, query, actor.role)
    return isTold ? record.lifecycleId : undefined
  }
