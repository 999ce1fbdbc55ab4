import type { DatabaseSync } from 'node:sqlite'
import type { Scope } from '../access.ts'
import { millisecondsOf } from '../projection.ts'
import type { FindQuery } from '../store.ts'
import { isInScope, narrowed, scopeValues } from './scope.ts'

type Field = Exclude<keyof FindQuery, 'limit'>

/** One condition for each field that can be asked for; `:at` and `:serial` are bound, never written into the text. */
const conditions: Readonly<Record<Field, string>> = {
  acquirerId: '+acquirer_id = :acquirerId',
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

/** Few rows have one of them: the scope is only looked up for those. */
const selective = ['merchantId', 'terminalId', 'serial'] as const

/** From the index, so that what a foreign row holds need not be read to leave it out. */
const conditionWithin = (scope: Scope, query: FindQuery): string => {
  const isOwn = `EXISTS (SELECT 1 FROM record AS own INDEXED BY record_scope
    WHERE own.lifecycle_id = record.lifecycle_id AND ${isInScope('own')})`
  const isNarrow = selective.some((field) => query[field] !== undefined)
  return isNarrow ? isOwn : `${narrowed(scope)} AND ${isOwn}`
}

/** Rows of `record` that match, in the order of their key. */
export function findRows(database: DatabaseSync, query: FindQuery, within?: Scope): unknown[] {
  const { limit = 100, ...asked } = query
  const fields = Object.keys(asked)
    .filter(isField)
    .filter((field) => asked[field] !== undefined)
  const values = fields.map((field) => [
    field,
    field === 'at' ? millisecondsOf(asked.at ?? '') : (asked[field] ?? null),
  ])
  const wanted = [
    ...fields.map((field) => conditionFor(field, query)),
    ...(within ? [conditionWithin(within, query)] : []),
  ]
  const where = wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : ''
  return database
    .prepare(`SELECT * FROM record ${where} ORDER BY lifecycle_id LIMIT :limit`)
    .all({ ...Object.fromEntries(values), ...(within && scopeValues(within)), limit })
}
