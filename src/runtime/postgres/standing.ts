import type { LifecycleRecord } from '../../machine/index.ts'
import { type BoundAs, deviceKeys, millisecondsOf } from '../projection.ts'
import type { Change } from '../store.ts'
import type { Ask } from './connection.ts'
import type { Tables } from './schema.ts'
import { raw, type Sql, sql } from './sql.ts'

/** What stands in the tables when a change is about to be written. */
export interface Standing {
  answered: boolean
  version: number | null
  head: string | null
  /** Another open life has the number. */
  isNumberTaken: boolean
  /** Whose number rests. */
  resting: string | null
  /** A device that the change would bind, and the life that has it. */
  held: readonly [serial: string, lifecycleId: string] | null
  devices: readonly (readonly [serial: string, retiredAt: number | null, boundAs: BoundAs | null])[]
  orders: readonly (readonly [orderId: string, parked: boolean])[]
  timers: readonly (readonly [deadlineId: string, due: string])[]
  /** Columns of rows of `work`, in the order of the table. */
  work: readonly (readonly unknown[])[]
  states: string | null
  /** Names of policies that have their text. */
  policies: readonly string[]
}

/** Which of it is asked: what this process wrote last it need not read again. */
export interface Asked {
  devices: boolean
  orders: boolean
  timers: boolean
  work: boolean
}

const listOf = (rows: Sql): Sql =>
  sql`(SELECT coalesce(json_agg(listed.entry ORDER BY listed.place), '[]')::text FROM (${rows}) AS listed)`
const none = raw(`'[]'`)

/** Another merchant's life of this acquirer whose number still rests when this one is opened. */
const restingNumber = (tables: Tables, { at, context: { identity } }: LifecycleRecord): Sql => {
  const { terminalId, merchantId, acquirerId } = identity
  const of = (table: Sql) => sql`SELECT lifecycle_id FROM ${table} WHERE terminal_id = ${terminalId}
    AND acquirer_id = ${acquirerId} AND merchant_id <> ${merchantId} AND rests_until > ${millisecondsOf(at)}`
  return sql`(${of(tables.record)} UNION ALL ${of(tables.tombstone)} ORDER BY lifecycle_id LIMIT 1)`
}

/** Also where the life was purged: its id is not given again. */
const openNumber = (tables: Tables, { lifecycleId, context: { identity } }: LifecycleRecord): Sql => {
  const { terminalId, merchantId, acquirerId } = identity
  return sql`EXISTS (SELECT 1 FROM ${tables.record} WHERE terminal_id = ${terminalId}
    AND merchant_id = ${merchantId} AND acquirer_id = ${acquirerId} AND ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM ${tables.tombstone} WHERE lifecycle_id = ${lifecycleId})`
}

/** The first device that this change would newly bind, and that another life of the acquirer has. */
function heldDevice(tables: Tables, record: LifecycleRecord): Sql {
  const { lifecycleId, context } = record
  const bound = deviceKeys(record)
    .filter(({ boundAs }) => boundAs !== null)
    .map(({ serial, boundAs }) => [serial, boundAs])
  if (bound.length === 0) return raw('NULL')
  return sql`(SELECT json_build_array(other.serial, other.lifecycle_id)::text
    FROM json_array_elements(${JSON.stringify(bound)}::json) WITH ORDINALITY AS given (device, place)
    JOIN ${tables.device} AS other ON other.serial = given.device ->> 0 AND other.lifecycle_id <> ${lifecycleId}
    JOIN ${tables.record} AS its ON its.lifecycle_id = other.lifecycle_id AND its.acquirer_id = ${context.identity.acquirerId}
    WHERE (other.bound_as = 'sole' OR (other.bound_as = 'shared' AND given.device ->> 1 = 'sole'))
      AND NOT EXISTS (SELECT 1 FROM ${tables.device} AS own
        WHERE own.serial = other.serial AND own.lifecycle_id = ${lifecycleId} AND own.bound_as IS NOT NULL)
    ORDER BY given.place, other.lifecycle_id LIMIT 1)`
}

const workOf = (
  tables: Tables,
  lifecycleId: string,
): Sql => sql`SELECT json_build_array(viewer, acquirer_id, due_at,
    lifecycle_id, code, ref, list, n, owner, duties, due, from_at, until_at, merchant_id, terminal_id, agent_id,
    merchant_speaker, agent_speaker) AS entry, due_at AS place FROM ${tables.work} WHERE lifecycle_id = ${lifecycleId}`

/** Is an answer kept for this command? All that is asked where nothing else is to be written. */
export async function isAnswered(ask: Ask, tables: Tables, change: Change): Promise<boolean> {
  const found = await ask(sql`SELECT 1 FROM ${tables.inbox}
    WHERE lifecycle_id = ${change.lifecycleId} AND command_id = ${change.commandId}`)
  return found.length > 0
}

const parsed = (text: unknown) => (typeof text === 'string' ? JSON.parse(text) : null)

/** Everything in one query, because each costs a way to the database and back while all others wait. */
export async function standingOf(
  ask: Ask,
  tables: Tables,
  { lifecycleId, commandId, expectedVersion, exempt = false }: Change,
  record: LifecycleRecord,
  asked: Asked,
  policies: readonly string[],
): Promise<Standing> {
  const isOpening = expectedVersion === null
  const [row] = await ask(sql`SELECT
    EXISTS (SELECT 1 FROM ${tables.inbox} WHERE lifecycle_id = ${lifecycleId} AND command_id = ${commandId}) AS answered,
    own.version, own.head, life.states,
    ${isOpening ? openNumber(tables, record) : raw('FALSE')} AS taken,
    ${isOpening && !exempt ? restingNumber(tables, record) : raw('NULL')} AS resting,
    ${exempt ? raw('NULL') : heldDevice(tables, record)} AS held,
    ${
      asked.devices
        ? listOf(sql`SELECT json_build_array(serial, retired_at, bound_as) AS entry, serial AS place
          FROM ${tables.device} WHERE lifecycle_id = ${lifecycleId}`)
        : none
    } AS devices,
    ${
      asked.orders
        ? listOf(sql`SELECT json_build_array(order_id, parked) AS entry, position AS place
          FROM ${tables.work_order} WHERE lifecycle_id = ${lifecycleId}`)
        : none
    } AS orders,
    ${
      asked.timers
        ? listOf(sql`SELECT json_build_array(deadline_id, due) AS entry, position AS place
          FROM ${tables.timer} WHERE lifecycle_id = ${lifecycleId}`)
        : none
    } AS timers,
    ${asked.work ? listOf(workOf(tables, lifecycleId)) : none} AS work,
    (SELECT coalesce(json_agg(digest), '[]')::text FROM ${tables.policy} WHERE digest = ANY (${policies}::text[])) AS policies
    FROM (SELECT 1) AS one
    LEFT JOIN ${tables.record} AS own ON own.lifecycle_id = ${lifecycleId}
    LEFT JOIN ${tables.life} AS life ON life.lifecycle_id = ${lifecycleId}`)
  const found = row ?? {}
  return {
    answered: found.answered === true,
    version: found.version === null ? null : Number(found.version),
    head: found.head === null ? null : String(found.head),
    isNumberTaken: found.taken === true,
    resting: found.resting === null ? null : String(found.resting),
    held: parsed(found.held),
    devices: parsed(found.devices),
    orders: parsed(found.orders),
    timers: parsed(found.timers),
    work: parsed(found.work),
    policies: parsed(found.policies),
    states: found.states === null ? null : String(found.states),
  }
}
