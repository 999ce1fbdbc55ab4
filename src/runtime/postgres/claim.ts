import { recordFormat } from '../../machine/index.ts'
import type { OrderKind } from '../../schemas/index.ts'
import { millisecondsOf } from '../projection.ts'
import { hasRoom, type Lane, lanesWith, type Room } from '../room.ts'
import type { ClaimQuery, NextWork, Release, Work } from '../store.ts'
import type { PostgresConnection, Row } from './connection.ts'
import type { Tables } from './schema.ts'
import { raw, type Sql, sql } from './sql.ts'

const workOf = (row: Row, worker: string): Work => {
  const claimed = { lifecycleId: String(row.lifecycle_id), worker, attempt: Number(row.attempts) }
  return row.lane === 'timers'
    ? { kind: 'timer', ...claimed, deadlineId: String(row.id), due: String(row.due) }
    : {
        ...{ kind: 'order', ...claimed, orderId: String(row.id) },
        orderKind: String(row.lane) as OrderKind,
        failures: Number(row.failures),
      }
}

/** Is its record one that this release can read? Beside a newer one some are not, and their work is left to it. */
const isReadable = (tables: Tables, of: string): Sql =>
  // Not as a join: the rows are wanted in the order of their own index.
  sql`(SELECT format FROM ${tables.record} AS its WHERE its.lifecycle_id = ${raw(of)}.lifecycle_id) <= ${recordFormat}`

/**
 * Takes what nobody holds, in one statement. What another worker is taking at this moment is passed over: nobody waits, and
 * nobody takes the same. The rows are picked once, before anything is written: as a condition of the update they could be
 * looked for again, and more of them be taken.
 */
export async function claimWork(
  { ask, tables }: PostgresConnection,
  { worker, now, at, leaseUntil, room, orderId }: ClaimQuery,
): Promise<Work[]> {
  const lanes = lanesWith(room)
  const wanted = lanes.filter(([lane]) => lane !== 'timers')
  const isFree = orderId === undefined ? sql`claimable_at <= ${now}` : sql`order_id = ${orderId}`
  const timers = orderId === undefined ? (room.timers ?? 0) : 0
  const rows = await ask(sql`WITH
    free_order AS MATERIALIZED (SELECT free.* FROM json_array_elements(${JSON.stringify(wanted)}::json) AS lane (entry)
      CROSS JOIN LATERAL (SELECT order_id, claimable_at, position FROM ${tables.work_order} AS own
        WHERE kind = lane.entry ->> 0 AND NOT parked AND ${isFree} AND ${isReadable(tables, 'own')}
        ORDER BY claimable_at, position LIMIT (lane.entry ->> 1)::integer FOR UPDATE SKIP LOCKED) AS free),
    free_timer AS MATERIALIZED (SELECT lifecycle_id, deadline_id, due_at, position FROM ${tables.timer} AS own
      WHERE due_at <= ${millisecondsOf(at)} AND claimable_at <= ${now} AND ${isReadable(tables, 'own')}
      ORDER BY due_at, position LIMIT ${timers} FOR UPDATE SKIP LOCKED),
    taken_order AS (UPDATE ${tables.work_order} AS own
      SET worker = ${worker}, claimable_at = ${leaseUntil}, attempts = attempts + 1, failures = failures + 1
      FROM free_order WHERE own.order_id = free_order.order_id
      RETURNING own.kind AS lane, own.lifecycle_id, own.order_id AS id, NULL AS due, own.attempts, own.failures,
        free_order.claimable_at AS first, own.position),
    taken_timer AS (UPDATE ${tables.timer} AS own
      SET worker = ${worker}, claimable_at = ${leaseUntil}, attempts = attempts + 1
      FROM free_timer WHERE own.lifecycle_id = free_timer.lifecycle_id AND own.deadline_id = free_timer.deadline_id
      RETURNING 'timers' AS lane, own.lifecycle_id, own.deadline_id AS id, own.due, own.attempts, 0 AS failures,
        free_timer.due_at AS first, own.position)
    SELECT * FROM taken_order UNION ALL SELECT * FROM taken_timer ORDER BY first, position`)
  const order = lanes.map(([lane]) => lane)
  const laneOf = (row: Row) => order.indexOf(row.lane as Lane)
  return [...rows].sort((one, other) => laneOf(one) - laneOf(other)).map((row) => workOf(row, worker))
}

/** One row each time: two of them in one transaction could wait crosswise for a commit that ends both. */
export async function releaseWork(
  { ask, tables }: PostgresConnection,
  work: Work,
  { retryAt, errorCode, failed }: Release,
): Promise<void> {
  const { lifecycleId, worker, attempt } = work
  if (work.kind === 'order')
    await ask(sql`UPDATE ${tables.work_order} SET worker = NULL, claimable_at = ${retryAt}, last_error = ${errorCode},
        failures = failures - ${failed ? 0 : 1}
      WHERE order_id = ${work.orderId} AND worker = ${worker} AND attempts = ${attempt}`)
  else
    await ask(sql`UPDATE ${tables.timer} SET worker = NULL, claimable_at = ${retryAt}
      WHERE lifecycle_id = ${lifecycleId} AND deadline_id = ${work.deadlineId}
        AND worker = ${worker} AND attempts = ${attempt}`)
}

export async function nextWork(
  { ask, tables }: PostgresConnection,
  now: number,
  room: Room,
): Promise<NextWork> {
  const kinds = lanesWith(room)
    .map(([lane]) => lane)
    .filter((lane) => lane !== 'timers')
  const timers = hasRoom(room, 'timers')
  const [row] = await ask(sql`SELECT
    (SELECT min(first.claimable_at) FROM unnest(${kinds}::text[]) AS lane CROSS JOIN LATERAL
      (SELECT claimable_at FROM ${tables.work_order} AS own WHERE kind = lane AND NOT parked AND ${isReadable(tables, 'own')}
       ORDER BY claimable_at, position LIMIT 1) AS first) AS claimable,
    (SELECT min(claimable_at) FROM ${tables.timer} WHERE ${timers} AND claimable_at > ${now}) AS released,
    (SELECT due FROM ${tables.timer} AS own WHERE ${timers} AND claimable_at <= ${now} AND ${isReadable(tables, 'own')}
      ORDER BY due_at, position LIMIT 1) AS due`)
  const instants = [row?.claimable, row?.released].filter((value) => value !== null).map(Number)
  return {
    claimableAt: instants.length > 0 ? Math.min(...instants) : null,
    due: typeof row?.due === 'string' ? row.due : null,
  }
}
