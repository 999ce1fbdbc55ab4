import type { Instant } from '../../domain/index.ts'
import { recordFormat } from '../../machine/index.ts'
import { millisecondsOf } from '../projection.ts'
import { countedTo, type StoreHealth, type WaitingOrder } from '../store.ts'
import type { Statements } from './statements.ts'

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
export type WaitingRow = Pick<WaitingOrder, 'kind' | 'attempts'> & {
  order_id: string
  lifecycle_id: string
  last_error: string | null
  parked: number
}
type DueRow = { lifecycle_id: string; deadline_id: string; due: string }

export const waitingOf = (row: WaitingRow): WaitingOrder => ({
  lifecycleId: row.lifecycle_id,
  orderId: row.order_id,
  kind: row.kind,
  attempts: row.attempts,
  lastErrorCode: row.last_error,
  parked: row.parked === 1,
})

/** Each from one index, and no further than it is counted. */
export function healthOf(sql: Statements, at: Instant): StoreHealth {
  const now = millisecondsOf(at)
  const oldest = sql.oldestOrder.get() as WaitingRow | undefined
  const first = sql.firstDue.get(now) as DueRow | undefined
  return {
    oldestOrder: oldest ? waitingOf(oldest) : null,
    due: sql.dueCount.all(now, countedTo).length,
    firstDue: first
      ? { lifecycleId: first.lifecycle_id, deadlineId: first.deadline_id, due: first.due }
      : null,
    pastDue: sql.pastDue.all(now, countedTo).length,
    unmigrated: sql.unmigrated.all(recordFormat, countedTo).length,
  }
}
