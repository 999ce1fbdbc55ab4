import type { LifeState } from '../../domain/index.ts'
import type { Scope } from '../access.ts'
import { listed } from '../matches.ts'
import { type KnownKind, millisecondsOf } from '../projection.ts'
import type { StoreQuery } from '../store.ts'
import type { Tables } from './schema.ts'
import { isInScope } from './scope.ts'
import { allOf, joined, raw, type Sql, sql } from './sql.ts'

/** Is one of the words in the list? */
export const holds = (column: string, words: readonly string[]): Sql =>
  words.length === 0
    ? raw('FALSE')
    : sql`(${joined(
        words.map((word) => sql`strpos(${raw(column)}, ${`,${word},`}) > 0`),
        ' OR ',
      )})`

const isKnown = (tables: Tables, kind: KnownKind, id: string): Sql =>
  sql`EXISTS (SELECT 1 FROM ${tables.known} AS name
    WHERE name.kind = ${kind} AND name.id = ${id} AND name.lifecycle_id = own.lifecycle_id)`

const hasDevice = (tables: Tables, serial: string, at: number | undefined): Sql =>
  sql`EXISTS (SELECT 1 FROM ${tables.device} AS its WHERE its.serial = ${serial} AND its.lifecycle_id = own.lifecycle_id
    ${at === undefined ? raw('') : sql`AND (its.retired_at IS NULL OR ${at} < its.retired_at)`})`

const isElsewhere = (tables: Tables, serial: string): Sql =>
  sql`EXISTS (SELECT 1 FROM ${tables.device} AS other
    JOIN ${tables.record} AS its ON its.lifecycle_id = other.lifecycle_id AND its.acquirer_id = own.acquirer_id
    WHERE other.serial = ${serial} AND other.lifecycle_id <> own.lifecycle_id)`

/** Was the life there then? Before its opening, as long as no other had its number, or the device that is asked for. */
const wasThere = (tables: Tables, at: number, serial: string | undefined): Sql =>
  sql`(own.ended_at IS NULL OR ${at} < own.ended_at) AND (own.opened_at <= ${at} OR (EXISTS
    (SELECT 1 FROM ${tables.life} AS life WHERE life.lifecycle_id = own.lifecycle_id
      AND coalesce(life.since_at, ${at}) <= ${at})
    ${serial === undefined ? raw('') : sql`AND NOT ${isElsewhere(tables, serial)}`}))`

const isInState = (tables: Tables, states: readonly LifeState[]): Sql =>
  sql`EXISTS (SELECT 1 FROM ${tables.life} AS life
    WHERE life.lifecycle_id = own.lifecycle_id AND ${holds('life.states', states)})`

const hasDue = (tables: Tables, { viewer = 'provider' }: StoreQuery, dueBefore: string): Sql =>
  sql`EXISTS (SELECT 1 FROM ${tables.work} AS due WHERE due.lifecycle_id = own.lifecycle_id
    AND due.viewer = ${viewer} AND due.due_at < ${millisecondsOf(dueBefore)})`

/**
 * Everything that is asked of a life: `own` is its record. Which of it serves to begin with is for the planner to say: it knows
 * how many have what.
 */
export function fits(tables: Tables, query: StoreQuery, within: Scope | undefined): Sql {
  const { acquirerId, merchantId, terminalId, serial, applicationId, orderId, documentId, dueBefore } = query
  const at = query.at === undefined ? undefined : millisecondsOf(query.at)
  const states = listed(query.state)
  return allOf([
    ...(acquirerId === undefined ? [] : [sql`own.acquirer_id = ${acquirerId}`]),
    ...(merchantId === undefined ? [] : [sql`own.merchant_id = ${merchantId}`]),
    ...(terminalId === undefined ? [] : [sql`own.terminal_id = ${terminalId}`]),
    ...(within ? [isInScope('own', within)] : []),
    ...(orderId === undefined ? [] : [isKnown(tables, 'order', orderId)]),
    ...(applicationId === undefined ? [] : [isKnown(tables, 'application', applicationId)]),
    ...(documentId === undefined ? [] : [isKnown(tables, 'document', documentId)]),
    ...(serial === undefined ? [] : [hasDevice(tables, serial, at)]),
    ...(at === undefined ? [] : [wasThere(tables, at, serial)]),
    ...(states === undefined ? [] : [states.length === 0 ? raw('FALSE') : isInState(tables, states)]),
    ...(dueBefore === undefined ? [] : [hasDue(tables, query, dueBefore)]),
  ])
}
