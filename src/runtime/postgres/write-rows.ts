import type { LifecycleRecord } from '../../machine/index.ts'
import { deviceKeys, knownNames, millisecondsOf, openOrders, runningTimers } from '../projection.ts'
import type { SealedEntry } from '../store.ts'
import type { WorkTexts } from '../work-columns.ts'
import type { Tables } from './schema.ts'
import { raw, type Sql, sql } from './sql.ts'
import type { Asked, Standing } from './standing.ts'

/** Rows as one value: a list of lists, taken apart by the database in their order. */
const rowsOf = (rows: readonly (readonly unknown[])[]): Sql =>
  sql`json_array_elements(${JSON.stringify(rows)}::json) WITH ORDINALITY AS given (entry, place)`

/** Columns of `rowsOf`, each with its type. */
const columns = (...types: readonly string[]): Sql =>
  raw(types.map((type, index) => `(given.entry ->> ${index})::${type}`).join(', '))

const some = (rows: readonly unknown[], write: () => Sql): readonly Sql[] =>
  rows.length > 0 ? [write()] : []

/** A device never leaves a life, it is only retired. */
function devices(tables: Tables, record: LifecycleRecord, standing: Standing): readonly Sql[] {
  const stored = new Map(standing.devices.map(([serial, ...rest]) => [serial, rest]))
  const changed = deviceKeys(record)
    .filter(({ serial, retiredAt, boundAs }) => {
      const row = stored.get(serial)
      return row?.[0] !== retiredAt || row[1] !== boundAs
    })
    .map(({ serial, retiredAt, boundAs }) => [serial, record.lifecycleId, retiredAt, boundAs])
  return some(
    changed,
    () => sql`INSERT INTO ${tables.device} (serial, lifecycle_id, retired_at, bound_as)
      SELECT ${columns('text', 'text', 'bigint', 'text')} FROM ${rowsOf(changed)}
      ON CONFLICT (serial, lifecycle_id) DO UPDATE SET retired_at = excluded.retired_at, bound_as = excluded.bound_as`,
  )
}

/** Rows that still stand are left alone: they know who holds them and how often they were tried. */
function orders(tables: Tables, record: LifecycleRecord, standing: Standing): readonly Sql[] {
  const stored = new Map(standing.orders)
  const open = openOrders(record)
  const added = open
    .filter(({ orderId }) => !stored.has(orderId))
    .map(({ orderId, kind, isParked }) => [orderId, record.lifecycleId, kind, isParked])
  const turned = open.filter(
    ({ orderId, isParked }) => stored.has(orderId) && stored.get(orderId) !== isParked,
  )
  const parked = turned.filter(({ isParked }) => isParked).map(({ orderId }) => orderId)
  const revived = turned.filter(({ isParked }) => !isParked).map(({ orderId }) => orderId)
  const ended = [...stored.keys()].filter((orderId) => !open.some((one) => one.orderId === orderId))
  return [
    ...some(
      added,
      () => sql`INSERT INTO ${tables.work_order} (order_id, lifecycle_id, kind, parked)
        SELECT ${columns('text', 'text', 'text', 'boolean')} FROM ${rowsOf(added)} ORDER BY place`,
    ),
    ...some(
      parked,
      () => sql`UPDATE ${tables.work_order} SET parked = TRUE WHERE order_id = ANY (${parked}::text[])`,
    ),
    ...some(
      revived,
      () => sql`UPDATE ${tables.work_order} SET parked = FALSE, worker = NULL, claimable_at = 0, failures = 0
        WHERE order_id = ANY (${revived}::text[])`,
    ),
    ...some(ended, () => sql`DELETE FROM ${tables.work_order} WHERE order_id = ANY (${ended}::text[])`),
  ]
}

function timers(tables: Tables, record: LifecycleRecord, standing: Standing): readonly Sql[] {
  const { lifecycleId } = record
  const stored = new Map(standing.timers)
  const running = runningTimers(record)
  const changed = running
    .filter(({ deadlineId, due }) => stored.get(deadlineId) !== due)
    .map(({ deadlineId, due }) => [lifecycleId, deadlineId, due, millisecondsOf(due)])
  const ended = [...stored.keys()].filter((id) => !running.some(({ deadlineId }) => deadlineId === id))
  return [
    ...some(
      changed,
      () => sql`INSERT INTO ${tables.timer} (lifecycle_id, deadline_id, due, due_at)
        SELECT ${columns('text', 'text', 'text', 'bigint')} FROM ${rowsOf(changed)} ORDER BY place
        ON CONFLICT (lifecycle_id, deadline_id) DO UPDATE SET
          due = excluded.due, due_at = excluded.due_at, worker = NULL, claimable_at = 0, attempts = 0`,
    ),
    ...some(
      ended,
      () =>
        sql`DELETE FROM ${tables.timer} WHERE lifecycle_id = ${lifecycleId} AND deadline_id = ANY (${ended}::text[])`,
    ),
  ]
}

const keyTypes = ['text', 'text', 'bigint', 'text', 'text', 'text', 'text', 'int'] as const
const keyNames = 'viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n'
const restTypes = [
  'text',
  'text',
  'text',
  'bigint',
  'bigint',
  'text',
  'text',
  'text',
  'text',
  'text',
] as const
const restNames = [
  ...['owner', 'duties', 'due', 'from_at', 'until_at', 'merchant_id', 'terminal_id'],
  ...['agent_id', 'merchant_speaker', 'agent_speaker'],
]

/** Writes what differs, and leaves the rest alone: most commands change a row or two. */
export function workRows(
  tables: Tables,
  record: LifecycleRecord,
  work: WorkTexts,
  stored: Iterable<string>,
): readonly Sql[] {
  const gone = new Set(stored)
  const added = [...work.rows].filter(([text]) => !gone.delete(text)).map(([, row]) => row)
  const keyOf = (row: readonly unknown[]) => JSON.stringify(row.slice(0, keyTypes.length))
  // One statement must not touch a row twice: a row that stays under its key is written over.
  const kept = new Set(added.map(keyOf))
  const deleted = [...gone].map((text) => JSON.parse(text)).filter((row) => !kept.has(keyOf(row)))
  const excluded = raw(restNames.map((name) => `${name} = excluded.${name}`).join(', '))
  return [
    ...some(
      added,
      () => sql`INSERT INTO ${tables.work} (${raw(`${keyNames}, ${restNames.join(', ')}`)})
        SELECT ${columns(...keyTypes, ...restTypes)} FROM ${rowsOf(added)}
        ON CONFLICT (lifecycle_id, viewer, acquirer_id, due_at, code, ref, list, n) DO UPDATE SET ${excluded}`,
    ),
    ...some(
      deleted,
      () => sql`DELETE FROM ${tables.work} WHERE lifecycle_id = ${record.lifecycleId} AND (${raw(keyNames)}) IN
        (SELECT ${columns(...keyTypes)} FROM ${rowsOf(deleted)})`,
    ),
  ]
}

/** Where the life stands, and since when one with its number has been there: since the one before ended, if there was one. */
export function life(tables: Tables, record: LifecycleRecord, { acquirerId, states }: WorkTexts): Sql {
  const { lifecycleId, context, at } = record
  const { terminalId } = context.identity
  const openedAt = sql`${millisecondsOf(at)}::bigint`
  return sql`INSERT INTO ${tables.life} (lifecycle_id, acquirer_id, states, since_at)
    SELECT ${lifecycleId}, ${acquirerId}, ${states}, max(former.since)
    FROM (SELECT least(coalesce(other.ended_at, ${openedAt}), ${openedAt}) AS since FROM ${tables.record} AS other
      WHERE other.terminal_id = ${terminalId} AND other.acquirer_id = ${acquirerId}
        AND other.lifecycle_id <> ${lifecycleId} AND (other.opened_at, other.lifecycle_id) < (${openedAt}, ${lifecycleId})
      UNION ALL SELECT gone.ended_at FROM ${tables.tombstone} AS gone
      WHERE gone.terminal_id = ${terminalId} AND gone.acquirer_id = ${acquirerId} AND gone.ended_at <= ${openedAt}) AS former
    ON CONFLICT (lifecycle_id) DO UPDATE SET states = excluded.states`
}

export function known(
  tables: Tables,
  record: LifecycleRecord,
  entry: Pick<SealedEntry, 'orderIds'>,
  before: LifecycleRecord | undefined,
): readonly Sql[] {
  const names = knownNames(record.context, entry, before?.context).map((name) => [
    ...name,
    record.lifecycleId,
  ])
  return some(
    names,
    () => sql`INSERT INTO ${tables.known} (kind, id, lifecycle_id)
      SELECT DISTINCT ${columns('text', 'text', 'text')} FROM ${rowsOf(names)} ON CONFLICT DO NOTHING`,
  )
}

/** What is read off a record and stands beside it, as far as it differs from what stands there. */
export function projectionsOf(
  tables: Tables,
  record: LifecycleRecord,
  entry: SealedEntry,
  work: WorkTexts | undefined,
  standing: Standing,
  asked: Asked,
  before: { record: LifecycleRecord; work: WorkTexts } | undefined,
): readonly Sql[] {
  const storedWork = before?.work.rows.keys() ?? standing.work.map((row) => JSON.stringify(row))
  return [
    ...(asked.devices ? devices(tables, record, standing) : []),
    ...(asked.orders ? orders(tables, record, standing) : []),
    ...(asked.timers ? timers(tables, record, standing) : []),
    ...(work ? workRows(tables, record, work, storedWork) : []),
    ...(work && work.states !== standing.states ? [life(tables, record, work)] : []),
    ...known(tables, record, entry, before?.record),
  ]
}
