import type { OrderKind } from '../../schemas/index.ts'
import { millisecondsOf } from '../projection.ts'
import { hasRoom, lanesWith, type Room } from '../room.ts'
import type { ClaimQuery, NextWork, OrderWork, Release, TimerWork, Work } from '../store.ts'
import type { Statements } from './statements.ts'

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
type OrderRow = {
  order_id: string
  lifecycle_id: string
  kind: OrderKind
  attempts: number
  failures: number
}
type TimerRow = { lifecycle_id: string; deadline_id: string; due: string; attempts: number }

function claimTimers(sql: Statements, query: ClaimQuery, limit: number): TimerWork[] {
  const { worker, now, at, leaseUntil, orderId } = query
  if (orderId !== undefined) return []
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

const claimable = (sql: Statements, { orderId, now }: ClaimQuery, lane: OrderKind, limit: number) =>
  orderId === undefined ? sql.claimableOrders.all(lane, now, limit) : sql.claimableOrder.all(orderId, lane)

function claimOrders(sql: Statements, query: ClaimQuery, lane: OrderKind, limit: number): OrderWork[] {
  const { worker, leaseUntil } = query
  const rows = claimable(sql, query, lane, limit) as OrderRow[]
  return rows.map(({ order_id, lifecycle_id, kind, attempts, failures }) => {
    sql.leaseOrder.run(worker, leaseUntil, order_id)
    return {
      kind: 'order',
      lifecycleId: lifecycle_id,
      orderId: order_id,
      orderKind: kind,
      worker,
      attempt: attempts + 1,
      failures: failures + 1,
    }
  })
}

/** Inside a transaction: reads what is free and takes it, so that no other worker can have read the same. */
export function claimWork(sql: Statements, query: ClaimQuery): Work[] {
  return lanesWith(query.room).flatMap<Work>(([lane, limit]) =>
    lane === 'timers' ? claimTimers(sql, query, limit) : claimOrders(sql, query, lane, limit),
  )
}

/** Without the write lock: a worker with nothing to do must not make others wait. */
export const hasClaimable = (sql: Statements, query: ClaimQuery): boolean =>
  query.orderId !== undefined ||
  lanesWith(query.room).some(([lane]) =>
    lane === 'timers'
      ? sql.dueTimers.get(millisecondsOf(query.at), query.now, 1)
      : sql.claimableOrders.get(lane, query.now, 1),
  )

export function releaseWork(sql: Statements, work: Work, { retryAt, errorCode, failed }: Release): void {
  const { lifecycleId, worker, attempt } = work
  if (work.kind === 'order')
    sql.releaseOrder.run(retryAt, errorCode, failed ? 0 : 1, work.orderId, worker, attempt)
  else sql.releaseTimer.run(retryAt, lifecycleId, work.deadlineId, worker, attempt)
}

const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export function nextWork(sql: Statements, now: number, room: Room): NextWork {
  const instants = lanesWith(room)
    .map(([lane]) => (lane === 'timers' ? sql.nextReleasedTimer.get(now) : sql.nextOrder.get(lane)))
    .map((row) => instant(row?.claimable_at))
    .filter((at) => at !== null)
  const due = hasRoom(room, 'timers') ? sql.nextDue.get(now)?.due : undefined
  return {
    claimableAt: instants.length > 0 ? Math.min(...instants) : null,
    due: due === undefined ? null : String(due),
  }
}
