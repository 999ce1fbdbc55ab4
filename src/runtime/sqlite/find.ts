import type { DatabaseSync } from 'node:sqlite'
import type { LifeState } from '../../domain/index.ts'
import type { Scope } from '../access.ts'
import { listed } from '../matches.ts'
import { millisecondsOf } from '../projection.ts'
import type { StoreQuery } from '../store.ts'
import { type Condition, condition, holds, listsWith, type Selection, valuesOf } from './conditions.ts'
import { isInScope, narrowed, scopeValues } from './scope.ts'

const known = (kind: string, id: string): Condition =>
  condition(
    `record.lifecycle_id IN (SELECT lifecycle_id FROM known WHERE kind = '${kind}' AND id = :${kind})`,
    { [kind]: id },
  )

const ofDevice = (serial: string, at: number | undefined): Condition =>
  at === undefined
    ? condition('record.lifecycle_id IN (SELECT lifecycle_id FROM device WHERE serial = :serial)', { serial })
    : condition(
        `record.lifecycle_id IN (SELECT lifecycle_id FROM device
           WHERE serial = :serial AND (retired_at IS NULL OR :at < retired_at))`,
        { serial, at },
      )

/** Few lives have one of these: each begins with an index of its own, the narrowest first. */
function narrowIn(
  { terminalId, serial, merchantId, applicationId, orderId, documentId }: StoreQuery,
  at?: number,
) {
  return [
    ...(orderId === undefined ? [] : [known('order', orderId)]),
    ...(applicationId === undefined ? [] : [known('application', applicationId)]),
    ...(documentId === undefined ? [] : [known('document', documentId)]),
    ...(serial === undefined ? [] : [ofDevice(serial, at)]),
    ...(terminalId === undefined ? [] : [condition('record.terminal_id = :terminalId', { terminalId })]),
    ...(merchantId === undefined ? [] : [condition('record.merchant_id = :merchantId', { merchantId })]),
  ]
}

const isElsewhere = `EXISTS (SELECT 1 FROM device AS other
  JOIN record AS its ON its.lifecycle_id = other.lifecycle_id AND its.acquirer_id = record.acquirer_id
  WHERE other.serial = :serial AND other.lifecycle_id <> record.lifecycle_id)`

/** Was the life there then? Before its opening, as long as no other had its number, or the device that is asked for. */
const thereAt = (at: number, serial: string | undefined): Condition =>
  condition(
    `(record.ended_at IS NULL OR :at < record.ended_at) AND (record.opened_at <= :at OR (EXISTS
       (SELECT 1 FROM life WHERE life.lifecycle_id = record.lifecycle_id AND coalesce(life.since_at, :at) <= :at)
       ${serial === undefined ? '' : `AND NOT ${isElsewhere}`}))`,
    { at },
  )

const inStates = (states: readonly LifeState[]): Condition => {
  const { sql, values } = holds('states', states)
  return condition(
    `EXISTS (SELECT 1 FROM life WHERE life.lifecycle_id = record.lifecycle_id AND ${sql})`,
    values,
  )
}

const dueWork = ({ viewer = 'provider' }: StoreQuery) => `viewer = '${viewer}' AND due_at < :dueBefore`

const isDue = (query: StoreQuery, dueBefore: number): Condition =>
  condition(
    `EXISTS (SELECT 1 FROM work INDEXED BY work_record
       WHERE work.lifecycle_id = record.lifecycle_id AND ${dueWork(query)})`,
    { dueBefore },
  )

/** From the index, so that what a foreign row holds need not be read to leave it out. */
const isOwn = (scope: Scope): Condition =>
  condition(
    `EXISTS (SELECT 1 FROM record AS own INDEXED BY record_scope
       WHERE own.lifecycle_id = record.lifecycle_id AND ${isInScope('own')})`,
    scopeValues(scope),
  )

interface Source {
  from: string
  where: readonly Condition[]
}

const all = (...where: readonly Condition[]): Source => ({ from: 'record', where })

/**
 * Where one begins to look: what few lives have, else the reader's own, else all of an acquirer by their state or by what is
 * due. Each gives lives in their order.
 */
function sourcesOf(
  database: DatabaseSync,
  query: StoreQuery,
  within: Scope | undefined,
  at?: number,
): readonly Source[] {
  const [narrowest, ...others] = narrowIn(query, at)
  // The plus keeps SQLite from beginning with the others.
  const aside = others.map(({ sql, values }) => condition(sql.replace('record.', '+record.'), values))
  if (narrowest) return [all(narrowest, ...aside)]
  if (within && (within.merchantId !== undefined || within.agentId !== undefined))
    return [all(condition(narrowed(within)))]
  const states = listed(query.state)
  const dueBefore = query.dueBefore
  const acquirerId = within?.acquirerId ?? query.acquirerId
  if (!states && dueBefore === undefined)
    return [
      acquirerId === undefined
        ? all()
        : all(condition('record.acquirer_id = :acquirer', { acquirer: acquirerId })),
    ]
  const acquirers =
    acquirerId === undefined
      ? valuesOf(database, 'SELECT min(acquirer_id) AS value FROM record WHERE acquirer_id > :last', {})
      : [acquirerId]
  return acquirers.flatMap((acquirer) => {
    if (!states)
      return all(
        condition(
          `record.lifecycle_id IN (SELECT lifecycle_id FROM work WHERE acquirer_id = :acquirer AND ${dueWork(query)})
             AND +record.acquirer_id = :acquirer`,
          { acquirer, dueBefore: millisecondsOf(dueBefore ?? '') },
        ),
      )
    const begin = 'SELECT min(states) AS value FROM life WHERE acquirer_id = :acquirer AND states > :last'
    return listsWith(states, valuesOf(database, begin, { acquirer })).map((list) => ({
      from: 'life INDEXED BY life_states CROSS JOIN record ON record.lifecycle_id = life.lifecycle_id',
      where: [
        condition('life.acquirer_id = :acquirer AND life.states = :branch AND life.lifecycle_id > :after', {
          acquirer,
          branch: list,
        }),
      ],
    }))
  })
}

/** What is read for a query; together these hold each life once. */
export function selectionsToFind(
  database: DatabaseSync,
  query: StoreQuery,
  within?: Scope,
): readonly Selection[] {
  const { acquirerId, state, dueBefore, after = '', limit = 100, serial } = query
  const at = query.at === undefined ? undefined : millisecondsOf(query.at)
  const states = listed(state)
  const rest = [
    ...(acquirerId === undefined ? [] : [condition('+record.acquirer_id = :acquirerId', { acquirerId })]),
    ...(at === undefined ? [] : [thereAt(at, serial)]),
    ...(states ? [inStates(states)] : []),
    ...(dueBefore === undefined ? [] : [isDue(query, millisecondsOf(dueBefore))]),
    ...(within ? [isOwn(within)] : []),
  ]
  return sourcesOf(database, query, within, at).map(({ from, where }) => {
    const isState = from !== 'record'
    const order = isState ? 'life.lifecycle_id' : 'record.lifecycle_id'
    const wanted = [...where, ...rest, condition(`${order} > :after`, { after })]
    return {
      text: `SELECT record.* FROM ${from} WHERE ${wanted.map(({ sql }) => sql).join(' AND ')}
        ORDER BY ${order} LIMIT :limit`,
      values: { ...Object.assign({}, ...wanted.map(({ values }) => values)), limit },
    }
  })
}

/** Are rows asked that a file of an older release has to be given first? */
export const asksProjected = ({
  at,
  state,
  applicationId,
  orderId,
  documentId,
  dueBefore,
}: StoreQuery): boolean =>
  [at, state, applicationId, orderId, documentId, dueBefore].some((part) => part !== undefined)

/** Rows of `record` that match, in the order of their key. */
export function findRows(
  database: DatabaseSync,
  query: StoreQuery,
  within?: Scope,
): readonly { lifecycle_id: string }[] {
  const rows = selectionsToFind(database, query, within).flatMap(
    ({ text, values }) => database.prepare(text).all(values) as { lifecycle_id: string }[],
  )
  return rows
    .sort((one, other) => (one.lifecycle_id < other.lifecycle_id ? -1 : 1))
    .slice(0, query.limit ?? 100)
}
