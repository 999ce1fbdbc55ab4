import type { LifeState } from '../../domain/index.ts'
import type { Scope } from '../access.ts'
import { listed } from '../matches.ts'
import { millisecondsOf } from '../projection.ts'
import type { StoreQuery } from '../store.ts'
import { type Condition, condition, holds } from './conditions.ts'
import { isInScope, scopeValues } from './scope.ts'

const isKnown = (kind: string, id: string): Condition =>
  condition(
    `EXISTS (SELECT 1 FROM known WHERE kind = '${kind}' AND id = :${kind} AND known.lifecycle_id = own.lifecycle_id)`,
    { [kind]: id },
  )

const hasDevice = (serial: string, at: number | undefined): Condition =>
  condition(
    `EXISTS (SELECT 1 FROM device WHERE serial = :serial AND device.lifecycle_id = own.lifecycle_id
       ${at === undefined ? '' : 'AND (retired_at IS NULL OR :at < retired_at)'})`,
    { serial },
  )

const isElsewhere = `EXISTS (SELECT 1 FROM device AS other
  CROSS JOIN record AS its INDEXED BY record_scope
    ON its.lifecycle_id = other.lifecycle_id AND its.acquirer_id = own.acquirer_id
  WHERE other.serial = :serial AND other.lifecycle_id <> own.lifecycle_id)`

/** Was the life there then? Before its opening, as long as no other had its number, or the device that is asked for. */
const wasThere = (at: number, serial: string | undefined): Condition =>
  condition(
    `(own.ended_at IS NULL OR :at < own.ended_at) AND (own.opened_at <= :at OR (EXISTS
       (SELECT 1 FROM life WHERE life.lifecycle_id = own.lifecycle_id AND coalesce(life.since_at, :at) <= :at)
       ${serial === undefined ? '' : `AND NOT ${isElsewhere}`}))`,
    { at },
  )

const isInState = (states: readonly LifeState[]): Condition => {
  const { sql, values } = holds('states', states)
  return condition(
    `EXISTS (SELECT 1 FROM life WHERE life.lifecycle_id = own.lifecycle_id AND ${sql})`,
    values,
  )
}

/** Rows of work that are due before `:dueBefore`, as one class of readers is told them. */
export const isDueRow = ({ viewer = 'provider' }: StoreQuery): string =>
  `viewer = '${viewer}' AND due_at < :dueBefore`

const hasDue = (query: StoreQuery, dueBefore: string): Condition =>
  condition(
    `EXISTS (SELECT 1 FROM work INDEXED BY work_record
       WHERE work.lifecycle_id = own.lifecycle_id AND ${isDueRow(query)})`,
    { dueBefore: millisecondsOf(dueBefore) },
  )

const equals = (column: string, name: string, value: string): Condition =>
  condition(`own.${column} = :${name}`, { [name]: value })

/** Everything that is asked of a life; each column of `own` is in the index `record_scope`. */
function asked(query: StoreQuery, within: Scope | undefined): readonly Condition[] {
  const { acquirerId, merchantId, terminalId, serial, applicationId, orderId, documentId, dueBefore } = query
  const at = query.at === undefined ? undefined : millisecondsOf(query.at)
  const states = listed(query.state)
  return [
    ...(acquirerId === undefined ? [] : [equals('acquirer_id', 'acquirerId', acquirerId)]),
    ...(merchantId === undefined ? [] : [equals('merchant_id', 'merchantId', merchantId)]),
    ...(terminalId === undefined ? [] : [equals('terminal_id', 'terminalId', terminalId)]),
    ...(within ? [condition(isInScope('own'), scopeValues(within))] : []),
    ...(orderId === undefined ? [] : [isKnown('order', orderId)]),
    ...(applicationId === undefined ? [] : [isKnown('application', applicationId)]),
    ...(documentId === undefined ? [] : [isKnown('document', documentId)]),
    ...(serial === undefined ? [] : [hasDevice(serial, at)]),
    ...(at === undefined ? [] : [wasThere(at, serial)]),
    ...(states ? [isInState(states)] : []),
    ...(dueBefore === undefined ? [] : [hasDue(query, dueBefore)]),
  ]
}

/**
 * Is it the life that is looked for? All that is asked, wherever one begins to look; from an index, so that nothing is read of
 * a life that is none.
 *
 * @param id the column that names the life.
 */
export function fits(id: string, query: StoreQuery, within: Scope | undefined): Condition {
  const all = asked(query, within)
  if (all.length === 0) return condition('TRUE')
  return condition(
    `EXISTS (SELECT 1 FROM record AS own INDEXED BY record_scope
       WHERE own.lifecycle_id = ${id} AND ${all.map(({ sql }) => sql).join(' AND ')})`,
    Object.assign({}, ...all.map(({ values }) => values)),
  )
}
