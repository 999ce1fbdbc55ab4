import { type Scope, speakerKey } from '../access.ts'
import type { ChangesQuery } from '../store.ts'
import type { PostgresConnection, Row } from './connection.ts'
import { isInScope } from './scope.ts'
import { joined, raw, type Sql, sql } from './sql.ts'

/** All that is in the scope stands in one of these, each of which an index has in the order of commits. */
function sourcesOf(within: Scope): readonly Sql[] {
  const { acquirerId, merchantId, agentId, personId } = within
  const of = (party: 'merchant' | 'agent', id: string): readonly Sql[] => [
    sql`${raw(`own.${party}_id`)} = ${id}`,
    sql`${raw(`own.${party}_speaker`)} = ${speakerKey(id, personId)}`,
  ]
  if (merchantId !== undefined)
    return of('merchant', merchantId).map((own) => sql`${own} AND ${isInScope('own', within)}`)
  const owners = agentId === undefined ? [raw('TRUE')] : of('agent', agentId)
  return owners.map((own) => sql`${own} AND own.acquirer_id = ${acquirerId}`)
}

/** Rows of the journal behind a place; `undefined`: no such place for who asks. An unknown one and a foreign one take the same. */
export async function changeRows(
  { ask, tables }: PostgresConnection,
  { after, limit }: ChangesQuery,
  within: Scope | undefined,
): Promise<readonly Row[] | undefined> {
  let position = 0
  if (after !== null) {
    const [found] = await ask(sql`SELECT position FROM ${tables.journal} AS own
      WHERE own.lifecycle_id = ${after.lifecycleId} AND own.seq = ${after.seq}
      ${within === undefined ? raw('') : sql`AND ${isInScope('own', within)}`}`)
    if (!found) return undefined
    position = Number(found.position)
  }
  const next = (own: Sql, columns: string) => sql`SELECT ${raw(columns)} FROM ${tables.journal} AS own
    WHERE ${own} AND own.position > ${position} ORDER BY own.position LIMIT ${limit}`
  const columns = 'own.lifecycle_id, own.seq, own.prev_hash, own.hash, own.body'
  if (within === undefined) return ask(next(raw('TRUE'), columns))
  const positions = joined(
    sourcesOf(within).map((own) => sql`(${next(own, 'own.position')})`),
    ' UNION ',
  )
  return ask(sql`SELECT ${raw(columns)} FROM ${tables.journal} AS own
    WHERE own.position IN (${positions}) ORDER BY own.position LIMIT ${limit}`)
}
