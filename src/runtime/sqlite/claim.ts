import type { OrderKind } from '../../schemas/index.ts'
import { millisecondsOf } from '../projection.ts'
import type { ClaimQuery, NextWork, OrderWork, Release, TimerWork, Work } from '../store.ts'
import type { Statements } from './statements.ts'

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
type OrderRow = { order_id: string; lifecycle_id: string; kind: OrderKind; attempts: number }
type TimerRow = { lifecycle_id: string; deadline_id: string; due: string; attempts: number }

function claimTimers(sql: Statements, { worker, now, at, leaseUntil, limit }: ClaimQuery): TimerWork[] {
  const rows = sql.dueTimers.all(millisecondsOf(at), now, limit) as TimerRow[]
  return rows.map(({ lifecycle_id, deadline_id, due, attempts }) => {
    sql.leaseTimer.run(worker, leaseUntil, lifecycle_id, deadline_id)
    return {
      kind: 'timer',
      lifecycleId: lifecycle_id,
      deadlineId: deadline_id,
      due,
      worker,
      attempt: attempts + 1,
    }
  })
}

function claimOrders(sql: Statements, { worker, now, leaseUntil }: ClaimQuery, limit: number): OrderWork[] {
  const rows = sql.claimableOrders.all(now, limit) as OrderRow[]
  return rows.map(({ order_id, lifecycle_id, kind, attempts }) => {
    sql.leaseOrder.run(worker, leaseUntil, order_id)
    return {
      kind: 'order',
      lifecycleId: lifecycle_id,
      orderId: order_id,
      orderKind: kind,
      worker,
      attempt: attempts + 1,
    }
  })
}

/** Inside a transaction: reads what is free and takes it, so that no other worker can have read the same. */
export function claimWork(sql: Statements, query: ClaimQuery): Work[] {
  const timers = claimTimers(sql, query)
  return [...timers, ...claimOrders(sql, query, query.limit - timers.length)]
}

/** Without the write lock: a worker with nothing to do must not make others wait. */
export const hasClaimable = (sql: Statements, { at, now }: ClaimQuery): boolean =>
  sql.dueTimers.get(millisecondsOf(at), now, 1) !== undefined || sql.claimableOrders.get(now, 1) !== undefined

export function releaseWork(sql: Statements, work: Work, { retryAt, errorCode }: Release): void {
  const { lifecycleId, worker, attempt } = work
  if (work.kind === 'order') sql.releaseOrder.run(retryAt, errorCode, work.orderId, worker, attempt)
  else sql.releaseTimer.run(retryAt, lifecycleId, work.deadlineId, worker, attempt)
}

const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export function nextWork(sql: Statements, now: number): NextWork {
  const instants = [sql.nextOrder.get()?.claimable_at, sql.nextReleasedTimer.get(now)?.claimable_at]
    .map(instant)
    .filter((at) => at !== null)
  const due = sql.nextDue.get(now)?.due
  return {
    claimableAt: instants.length > 0 ? Math.min(...instants) : null,
    due: due === undefined ? null : String(due),
  }
}
