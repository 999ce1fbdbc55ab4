import { type Scope, speakerKey } from '../access.ts'
import { raw, type Sql, sql } from './sql.ts'

/** Is the row within the scope? Only what the scope names is asked: the planner is told which index serves. */
export function isInScope(table: string, { acquirerId, merchantId, agentId, personId }: Scope): Sql {
  const of = (party: 'merchant' | 'agent', id: string | undefined): Sql =>
    id === undefined
      ? raw('')
      : sql` AND (${raw(`${table}.${party}_id`)} = ${id} OR ${raw(`${table}.${party}_speaker`)} = ${speakerKey(id, personId)})`
  return sql`${raw(table)}.acquirer_id = ${acquirerId}${of('merchant', merchantId)}${of('agent', agentId)}`
}
