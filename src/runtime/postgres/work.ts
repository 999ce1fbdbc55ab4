import type { Scope } from '../access.ts'
import { storedWorkOf, type WorkColumns } from '../work-columns.ts'
import type { StoredWork, WorkQuery } from '../work-rows.ts'
import type { PostgresConnection } from './connection.ts'
import { holds } from './find.ts'
import { isInScope } from './scope.ts'
import { allOf, raw, type Sql, sql } from './sql.ts'

/** `bigint` comes as text from most clients, a double as a number: all instants are whole numbers of 53 bits. */
export const workColumns =
  raw(`work.viewer, work.acquirer_id, work.lifecycle_id, work.code, work.ref, work.list, work.n,
  work.owner, work.duties, work.due, work.from_at::float8 AS from_at, work.until_at::float8 AS until_at,
  work.merchant_id, work.terminal_id, work.agent_id, work.merchant_speaker, work.agent_speaker`)

const order = raw('work.due_at, work.lifecycle_id, work.code, work.ref, work.list, work.n')

function asked(query: WorkQuery, within: Scope | undefined): readonly Sql[] {
  const { viewer, at, owner, duties, codes, states, merchantId, terminalId, dueBefore, after } = query
  return [
    // In the text: some indexes are of one class of readers alone.
    raw(`work.viewer = '${viewer}'`),
    sql`work.from_at <= ${at} AND ${at} < work.until_at`,
    ...(within === undefined ? [] : [isInScope('work', within)]),
    ...(owner === undefined ? [] : [sql`work.owner = ${owner}`]),
    ...(duties === undefined ? [] : [holds('work.duties', duties)]),
    ...(codes === undefined ? [] : [sql`work.code = ANY (${codes}::text[])`]),
    ...(states === undefined ? [] : [holds('life.states', states)]),
    ...(merchantId === undefined ? [] : [sql`work.merchant_id = ${merchantId}`]),
    ...(terminalId === undefined ? [] : [sql`work.terminal_id = ${terminalId}`]),
    ...(dueBefore === undefined ? [] : [sql`work.due_at < ${dueBefore}`]),
    ...(after === undefined
      ? []
      : [sql`(${order}) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]}, ${after[4]}, ${after[5]})`]),
  ]
}

/** Work that is asked for, in its order. */
export async function foundWork(
  { ask, tables }: PostgresConnection,
  query: WorkQuery,
  within: Scope | undefined,
): Promise<readonly StoredWork[]> {
  const rows = await ask(sql`SELECT ${workColumns}, life.states FROM ${tables.work} AS work
    JOIN ${tables.life} AS life ON life.lifecycle_id = work.lifecycle_id
    WHERE ${allOf(asked(query, within))} ORDER BY ${order} LIMIT ${query.limit}`)
  return rows.map((row) => storedWorkOf(row as WorkColumns))
}
