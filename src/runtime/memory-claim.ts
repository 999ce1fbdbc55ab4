import type { OrderRow, Tables, TimerRow } from './memory-commit.ts'
import { millisecondsOf } from './projection.ts'
import { hasRoom, type Lane, lanesWith, type Room } from './room.ts'
import type { ClaimQuery, NextWork, Release, Work } from './store.ts'

type Row = OrderRow | TimerRow

const orderOf = (tables: Tables) => [...tables.orders.values()].flat()
const timerOf = (tables: Tables) => [...tables.timers.values()].flat()

const isTried = ({ parked }: OrderRow) => !parked
const dueFirst = (a: TimerRow, b: TimerRow) => a.dueAt - b.dueAt
const longestWaitingFirst = (a: OrderRow, b: OrderRow) =>
  a.claimableAt - b.claimableAt || a.position - b.position

/** Replaces one row of its record; the row itself is never changed in place. */
function replace(tables: Tables, row: Row, changed: Partial<OrderRow>): Row {
  const next = { ...row, ...changed }
  const swap = <Kind extends Row>(rows: readonly Kind[] | undefined) =>
    (rows ?? []).map((one) => (one === row ? (next as Kind) : one))
  if ('orderId' in row) tables.orders.set(row.lifecycleId, swap(tables.orders.get(row.lifecycleId)))
  else tables.timers.set(row.lifecycleId, swap(tables.timers.get(row.lifecycleId)))
  return next
}

const workOf = (row: Row, worker: string): Work => {
  const { lifecycleId, attempts: attempt } = row
  return 'orderId' in row
    ? {
        ...{ kind: 'order', lifecycleId, orderId: row.orderId, orderKind: row.kind, attempt, worker },
        failures: row.failures,
      }
    : { kind: 'timer', lifecycleId, deadlineId: row.deadlineId, due: row.due, attempt, worker }
}

export function claimWork(tables: Tables, query: ClaimQuery): Work[] {
  const { worker, now, at, leaseUntil, room, orderId } = query
  const free = ({ claimableAt }: Row) => orderId !== undefined || claimableAt <= now
  const isAsked = (row: OrderRow) => orderId === undefined || row.orderId === orderId
  const dueBy = millisecondsOf(at)
  const isDue = ({ dueAt }: TimerRow) => dueAt <= dueBy
  const timers = timerOf(tables).filter(free).filter(isDue).sort(dueFirst)
  const orders = orderOf(tables).filter(isAsked).filter(isTried).filter(free).sort(longestWaitingFirst)
  const of = (lane: Lane): Row[] => {
    if (lane !== 'timers') return orders.filter(({ kind }) => kind === lane)
    return orderId === undefined ? timers : []
  }
  return lanesWith(room)
    .flatMap(([lane, limit]) => of(lane).slice(0, limit))
    .map((row) =>
      replace(tables, row, {
        ...{ worker, claimableAt: leaseUntil, attempts: row.attempts + 1 },
        ...('orderId' in row && { failures: row.failures + 1 }),
      }),
    )
    .map((row) => workOf(row, worker))
}

export function releaseWork(tables: Tables, work: Work, { retryAt, errorCode, failed }: Release): void {
  const isHeld = ({ worker, attempts }: Row) => worker === work.worker && attempts === work.attempt
  const row =
    work.kind === 'order'
      ? tables.orders.get(work.lifecycleId)?.find(({ orderId }) => orderId === work.orderId)
      : tables.timers.get(work.lifecycleId)?.find(({ deadlineId }) => deadlineId === work.deadlineId)
  if (!row || !isHeld(row)) return
  replace(tables, row, {
    worker: null,
    claimableAt: retryAt,
    ...('orderId' in row && { lastErrorCode: errorCode, failures: row.failures - (failed ? 0 : 1) }),
  })
}

export function nextWork(tables: Tables, now: number, room: Room): NextWork {
  const timers = hasRoom(room, 'timers') ? timerOf(tables) : []
  const orders = orderOf(tables)
    .filter(isTried)
    .filter(({ kind }) => hasRoom(room, kind))
  const later = timers.filter(({ claimableAt }) => claimableAt > now)
  const [soonest] = timers.filter(({ claimableAt }) => claimableAt <= now).sort(dueFirst)
  const instants = [...orders, ...later].map(({ claimableAt }) => claimableAt)
  return { claimableAt: instants.length > 0 ? Math.min(...instants) : null, due: soonest?.due ?? null }
}
