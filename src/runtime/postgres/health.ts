import type { Instant } from '../../domain/index.ts'
import { recordFormat } from '../../machine/index.ts'
import type { OrderKind } from '../../schemas/index.ts'
import { millisecondsOf } from '../projection.ts'
import { countedTo, type StoreHealth, type WaitingOrder } from '../store.ts'
import type { PostgresConnection, Row } from './connection.ts'
import { raw, type Sql, sql } from './sql.ts'

export const waitingColumns = raw('order_id, lifecycle_id, kind, attempts, last_error, parked')

export const waitingOf = (row: Row): WaitingOrder => ({
  lifecycleId: String(row.lifecycle_id),
  orderId: String(row.order_id),
  kind: String(row.kind) as OrderKind,
  attempts: Number(row.attempts),
  lastErrorCode: row.last_error === null ? null : String(row.last_error),
  parked: row.parked === true,
})

/** Counted as far as it matters. */
const counted = (rows: Sql): Sql => sql`(SELECT count(*) FROM (${rows} LIMIT ${countedTo}) AS few)`

/** Each from one index, and no further than it is counted. */
export async function healthOf({ ask, tables }: PostgresConnection, at: Instant): Promise<StoreHealth> {
  const now = millisecondsOf(at)
  const [oldest] = await ask(
    sql`SELECT ${waitingColumns} FROM ${tables.work_order} ORDER BY position LIMIT 1`,
  )
  const [first] = await ask(sql`SELECT lifecycle_id, deadline_id, due FROM ${tables.timer}
    WHERE due_at <= ${now} ORDER BY due_at, position LIMIT 1`)
  const [counts] = await ask(sql`SELECT
    ${counted(sql`SELECT 1 FROM ${tables.timer} WHERE due_at <= ${now}`)} AS due,
    ${counted(sql`SELECT 1 FROM ${tables.work} WHERE viewer = 'provider' AND due_at <= ${now} AND list <> 'later'
      AND from_at <= ${now} AND until_at > ${now}`)} AS past_due,
    ${counted(sql`SELECT 1 FROM ${tables.record} WHERE format < ${recordFormat}`)} AS unmigrated`)
  return {
    oldestOrder: oldest ? waitingOf(oldest) : null,
    due: Number(counts?.due),
    firstDue: first
      ? {
          ...{ lifecycleId: String(first.lifecycle_id), deadlineId: String(first.deadline_id) },
          due: String(first.due),
        }
      : null,
    pastDue: Number(counts?.past_due),
    unmigrated: Number(counts?.unmigrated),
  }
}
