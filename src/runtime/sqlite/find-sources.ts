import type { DatabaseSync } from 'node:sqlite'
import type { LifeState } from '../../domain/index.ts'
import { type Scope, speakerKey } from '../access.ts'
import { listed } from '../matches.ts'
import { millisecondsOf } from '../projection.ts'
import type { StoreQuery } from '../store.ts'
import { type Condition, condition, listsWith, valuesOf } from './conditions.ts'
import { isDueRow } from './find-fits.ts'

/** An index that gives lives in the order of their key, each once: a place to begin to look. */
export interface Source extends Condition {
  from: string
  /** Of all rows of a life: may it be one? @default all may */
  mayBe?: string
}

const source = (from: string, sql: string, values: Condition['values'] = {}): Source => ({
  from,
  ...condition(sql, values),
})

const ofRecord = (column: string, value: string, index = `record_${column}`): Source =>
  source(`record AS walked INDEXED BY ${index}`, `${column} = :begin`, { begin: value })

const known = (kind: string, id: string): Source =>
  source('known AS walked', `kind = '${kind}' AND id = :begin`, { begin: id })

/** The lives of a merchant or service provider, and those for which its people speak. */
const ofParty = (
  party: 'merchant' | 'agent',
  id: string,
  personId: string | undefined,
): readonly Source[] => [
  ofRecord(`${party}_id`, id, `record_${party}`),
  ofRecord(`${party}_speaker`, speakerKey(id, personId)),
]

/** Lives in these states; each list of states that a life can have is a step in the index. */
const inStates = (
  database: DatabaseSync,
  states: readonly LifeState[],
  acquirers: readonly string[],
): readonly Source[] =>
  acquirers.flatMap((acquirer) => {
    const next = 'SELECT min(states) AS value FROM life WHERE acquirer_id = :acquirer AND states > :last'
    return listsWith(states, valuesOf(database, next, { acquirer })).map((list) =>
      source('life AS walked INDEXED BY life_states', 'acquirer_id = :acquirer AND states = :list', {
        ...{ acquirer, list },
      }),
    )
  })

/** Counted as far as it matters. */
function areFew(database: DatabaseSync, sources: readonly Source[], few: number): boolean {
  let left = few
  return sources.every(({ from, sql, values }) => {
    const rows = `SELECT 1 FROM ${from} WHERE ${sql} LIMIT ${left + 1}`
    left -= Number(database.prepare(`SELECT count(*) AS n FROM (${rows})`).get(values)?.n)
    return left >= 0
  })
}

/** Lives with something due: where little is due, by that; else all that have any work, in their order. */
function withDue(
  database: DatabaseSync,
  query: StoreQuery,
  dueBefore: number,
  acquirers: readonly string[],
  few: number,
): { rare: boolean; sources: readonly Source[] } {
  const sql = `acquirer_id = :begin AND ${isDueRow(query)}`
  const begins = acquirers.map((begin) => ({ begin, dueBefore }))
  if (
    areFew(
      database,
      begins.map((values) => source('work', sql, values)),
      few,
    )
  ) {
    const lives = `lifecycle_id IN (SELECT lifecycle_id FROM work WHERE ${sql})`
    return { rare: true, sources: begins.map((values) => source('record AS walked', lives, values)) }
  }
  const all = source('work AS walked INDEXED BY work_record', 'TRUE', { dueBefore })
  return { rare: false, sources: [{ ...all, mayBe: `max(${isDueRow(query)})` }] }
}

/**
 * Where one begins to look: together these hold every life that can be meant. Of all that is asked, the first that few lives
 * have; where each is had by many, the first of them: then the next life in order is never far.
 *
 * @param few so many rows are looked at, all of them.
 */
export function sourcesOf(
  database: DatabaseSync,
  query: StoreQuery,
  within: Scope | undefined,
  few: number,
): readonly Source[] {
  const { orderId, terminalId, serial, merchantId, applicationId, documentId } = query
  const acquirerId = within?.acquirerId ?? query.acquirerId
  // Nobody finds a life of one acquirer within the scope of another.
  if (query.acquirerId !== undefined && query.acquirerId !== acquirerId) return []
  const every = 'SELECT min(acquirer_id) AS value FROM record WHERE acquirer_id > :last'
  // Each is a step in an index: only where they are needed.
  const acquirers = () => (acquirerId === undefined ? valuesOf(database, every, {}) : [acquirerId])
  const states = listed(query.state)
  const dueBefore = query.dueBefore === undefined ? undefined : millisecondsOf(query.dueBefore)
  const choices: readonly (readonly Source[])[] = [
    ...(orderId === undefined ? [] : [[known('order', orderId)]]),
    ...(terminalId === undefined ? [] : [[ofRecord('terminal_id', terminalId, 'record_terminal')]]),
    ...(serial === undefined ? [] : [[source('device AS walked', 'serial = :begin', { begin: serial })]]),
    ...(merchantId === undefined ? [] : [[ofRecord('merchant_id', merchantId, 'record_merchant')]]),
    ...(applicationId === undefined ? [] : [[known('application', applicationId)]]),
    ...(documentId === undefined ? [] : [[known('document', documentId)]]),
    ...(within?.merchantId === undefined ? [] : [ofParty('merchant', within.merchantId, within.personId)]),
    ...(within?.agentId === undefined ? [] : [ofParty('agent', within.agentId, within.personId)]),
    ...(states === undefined ? [] : [inStates(database, states, acquirers())]),
  ]
  const rare = choices.find((sources) => areFew(database, sources, few))
  if (rare) return rare
  const due = dueBefore === undefined ? undefined : withDue(database, query, dueBefore, acquirers(), few)
  if (due?.rare) return due.sources
  const [first] = choices
  // A state is had by more lives than have work.
  if (due && (first === undefined || (states && choices.length === 1))) return due.sources
  if (first) return first
  if (acquirerId !== undefined) return [ofRecord('acquirer_id', acquirerId, 'record_acquirer')]
  return [source('record AS walked', 'TRUE')]
}
