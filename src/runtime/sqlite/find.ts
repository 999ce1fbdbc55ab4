import type { DatabaseSync } from 'node:sqlite'
import { millisecondsOf } from '../projection.ts'
import type { FindQuery } from '../store.ts'

type Field = Exclude<keyof FindQuery, 'limit'>

/** One condition for each field that can be asked for; `:at` and `:serial` are bound, never written into the text. */
const conditions: Readonly<Record<Field, string>> = {
  acquirerId: 'acquirer_id = :acquirerId',
  merchantId: 'merchant_id = :merchantId',
  terminalId: 'terminal_id = :terminalId',
  serial: 'lifecycle_id IN (SELECT lifecycle_id FROM device WHERE serial = :serial)',
  at: 'opened_at <= :at AND (ended_at IS NULL OR :at < ended_at)',
  after: 'lifecycle_id > :after',
}
const deviceThen = `lifecycle_id IN (SELECT lifecycle_id FROM device
  WHERE serial = :serial AND (retired_at IS NULL OR :at < retired_at))`

const isField = (name: string): name is Field => name in conditions

function conditionFor(field: Field, { at }: FindQuery): string {
  return field === 'serial' && at !== undefined ? deviceThen : conditions[field]
}

/** Rows of `record` that match, in the order of their key. */
export function findRows(database: DatabaseSync, query: FindQuery): unknown[] {
  const { limit = 100, ...asked } = query
  const fields = Object.keys(asked)
    .filter(isField)
    .filter((field) => asked[field] !== undefined)
  const values = fields.map((field) => [
    field,
    field === 'at' ? millisecondsOf(asked.at ?? '') : (asked[field] ?? null),
  ])
  const where =
    fields.length > 0 ? `WHERE ${fields.map((field) => conditionFor(field, query)).join(' AND ')}` : ''
  return database
    .prepare(`SELECT * FROM record ${where} ORDER BY lifecycle_id LIMIT :limit`)
    .all({ ...Object.fromEntries(values), limit })
}
