import type { DatabaseSync } from 'node:sqlite'
import type { BlockerCode, LifeState } from '../../domain/index.ts'
import { type Scope, speakerKey } from '../access.ts'
import { nextTurn } from '../environment.ts'
import { listOf, storedWorkOf, type WorkColumns } from '../work-columns.ts'
import {
  comparePlaces,
  never,
  placeOf,
  type StoredWork,
  type WorkPlace,
  type WorkQuery,
} from '../work-rows.ts'
import { type Condition, condition, holds, listsWith, oneOf, type Selection, valuesOf } from './conditions.ts'
import { isInScope, scopeValues } from './scope.ts'

/** One that the index begins with; by its name, because without statistics SQLite takes one index for as good as another. */
interface Branch extends Condition {
  index: string
  /** All of it is read, and sorted when it is there. */
  isFew?: boolean
}

/** The primary key. */
const inOrder: Branch = { index: 'sqlite_autoindex_work_1', sql: 'TRUE', values: {} }

const branch = (column: string, value: string, index = `work_${column}`): Branch => ({
  index,
  ...condition(`${column} = :branch`, { branch: value }),
})

/** Lives that are in a rare state; where more are, the next of them in the order of all work is never far. */
const rare = 300

/** All lives in these states, where they are few: their work is read as a whole, and put in order here. */
function fewLives(
  database: DatabaseSync,
  states: readonly LifeState[],
  acquirer: string,
): Branch | undefined {
  const begin = 'SELECT min(states) AS value FROM life WHERE acquirer_id = :acquirer AND states > :last'
  const lists = oneOf('list', listsWith(states, valuesOf(database, begin, { acquirer })))
  const own = condition(
    `SELECT lifecycle_id FROM life INDEXED BY life_states WHERE acquirer_id = :acquirer AND states ${lists.sql}`,
    { ...lists.values, acquirer },
  )
  const found = database.prepare(`SELECT count(*) AS n FROM (${own.sql} LIMIT ${rare + 1})`).get(own.values)
  if (Number(found?.n) > rare) return undefined
  return { index: 'work_record', isFew: true, ...condition(`work.lifecycle_id IN (${own.sql})`, own.values) }
}

/** Who has something to do, and as what, at all or of one code: few pairs, each found by a step in the index. */
function desksOf(
  database: DatabaseSync,
  acquirer: string,
  code?: BlockerCode,
): readonly { owner: string; duties: string }[] {
  const from = code === undefined ? 'work_owner' : 'work_code'
  const own = `FROM work INDEXED BY ${from} WHERE viewer = 'provider' AND acquirer_id = :acquirer
    ${code === undefined ? '' : 'AND code = :code'}`
  const values = { acquirer, ...(code !== undefined && { code }) }
  const owners = valuesOf(database, `SELECT min(owner) AS value ${own} AND owner > :last`, values)
  return owners.flatMap((owner) => {
    const begin = `SELECT min(duties) AS value ${own} AND owner = :owner AND duties > :last`
    const lists = valuesOf(database, begin, { ...values, owner })
    return ['', ...lists].map((duties) => ({ owner, duties }))
  })
}

/** Whoever speaks for a party is told what it is: by an index of its own. */
const ofParty = (
  party: 'merchant' | 'agent',
  id: string,
  personId: string | undefined,
): readonly Branch[] => {
  const speaker = branch(`${party}_speaker`, speakerKey(id, personId))
  return [
    branch(`${party}_id`, id, `work_${party}`),
    {
      ...speaker,
      sql: `${speaker.sql} AND ${party}_id IS NOT :party`,
      values: { ...speaker.values, party: id },
    },
  ]
}

/**
 * Conditions that divide what is asked for, each of which begins an index that is in the order of work: nothing has to be
 * sorted, and as many rows are read as are shown.
 */
function branchesOf(
  database: DatabaseSync,
  { viewer, owner, duties, codes, states, merchantId }: WorkQuery,
  acquirer: string,
  within: Scope | undefined,
): readonly Branch[] {
  if (viewer === 'merchant' && within?.merchantId !== undefined)
    return ofParty('merchant', within.merchantId, within.personId)
  if (merchantId !== undefined) return [branch('merchant_id', merchantId, 'work_merchant')]
  if (viewer === 'serviceProvider' && within?.agentId !== undefined)
    return ofParty('agent', within.agentId, within.personId)
  if (viewer !== 'provider') return [inOrder]
  if (states) {
    const few = fewLives(database, states, acquirer)
    if (few) return [few]
  }
  const desks = (code?: BlockerCode) =>
    desksOf(database, acquirer, code)
      .filter((desk) => owner === undefined || desk.owner === owner)
      .filter((desk) => duties === undefined || duties.some((duty) => listOf(desk.duties).includes(duty)))
      .map(({ owner, duties }) =>
        condition('owner = :branch AND duties = :desk', { branch: owner, desk: duties }),
      )
  if (codes)
    return [...new Set(codes)].flatMap((code) =>
      desks(code).map(({ sql, values }) => ({
        index: 'work_code',
        ...condition(`${sql} AND code = :code`, { ...values, code }),
      })),
    )
  if (owner === undefined && duties === undefined) return [inOrder]
  return desks().map((desk) => ({ index: 'work_owner', ...desk }))
}

const codesIn = (codes: readonly string[]): Condition => {
  const { sql, values } = oneOf('code', codes)
  return condition(`code ${sql}`, values)
}

/** What is left to look at in each row that an index gives. */
function restOf(query: WorkQuery, within: Scope | undefined): readonly Condition[] {
  const { at, owner, duties, codes, states, merchantId, terminalId } = query
  return [
    condition('from_at <= :at AND :at < until_at', { at }),
    ...(owner === undefined ? [] : [condition('owner = :owner', { owner })]),
    ...(duties === undefined ? [] : [holds('duties', duties)]),
    ...(codes === undefined ? [] : [codesIn(codes)]),
    ...(states === undefined ? [] : [holds('states', states, 'life.states')]),
    ...(merchantId === undefined ? [] : [condition('merchant_id = :merchant', { merchant: merchantId })]),
    ...(terminalId === undefined ? [] : [condition('terminal_id = :terminal', { terminal: terminalId })]),
    ...(within === undefined ? [] : [condition(isInScope('work'), scopeValues(within))]),
  ]
}

const behind = ([afterDue, afterLife, afterCode, afterRef, afterList, afterN]: WorkPlace) => ({
  ...{ afterDue, afterLife, afterCode },
  ...{ afterRef, afterList, afterN },
})

const first: WorkPlace = [-never, '', '', '', '', 0]

/** Between what was shown last and what is due too late. */
const rangeOf = ({ dueBefore, after = first }: WorkQuery): readonly Condition[] => [
  condition(
    `(due_at, work.lifecycle_id, code, ref, list, n) >
     (:afterDue, :afterLife, :afterCode, :afterRef, :afterList, :afterN)`,
    behind(after),
  ),
  ...(dueBefore === undefined ? [] : [condition('due_at < :dueBefore', { dueBefore })]),
]

/** One number is few lives: all of their work is read, and put in order here. */
const ofNumber: Branch = {
  index: 'work_record',
  isFew: true,
  ...condition('work.lifecycle_id IN (SELECT lifecycle_id FROM record WHERE terminal_id = :terminal)'),
}

/** A query that is asked a slice at a time, unless what it gives is few. */
export interface WorkSelection extends Selection {
  isFew: boolean
}

/** What is read for a query; together these hold each row once, with whether it is asked for. */
export function selectionsFor(
  database: DatabaseSync,
  query: WorkQuery,
  within: Scope | undefined,
): readonly WorkSelection[] {
  const viewer = `viewer = '${query.viewer}'`
  const acquirers = within
    ? [within.acquirerId]
    : valuesOf(
        database,
        `SELECT min(acquirer_id) AS value FROM work WHERE ${viewer} AND acquirer_id > :last`,
        {},
      )
  const rest = restOf(query, within)
  const textOf = (conditions: readonly Condition[]) => conditions.map(({ sql }) => sql).join(' AND ')
  return acquirers.flatMap((acquirer) => {
    const isTerminal = query.terminalId !== undefined
    const branches = isTerminal ? [ofNumber] : branchesOf(database, query, acquirer, within)
    return branches.map((branch) => {
      const own = condition(`${viewer} AND work.acquirer_id = :acquirer`, { acquirer })
      const wanted = [branch, own, ...rangeOf(query)]
      const inPlace = branch.isFew
        ? ''
        : 'ORDER BY due_at, work.lifecycle_id, code, ref, list, n LIMIT :slice'
      return {
        isFew: branch.isFew ?? false,
        text: `SELECT work.*, life.states, ${textOf(rest)} AS fits FROM work INDEXED BY ${branch.index}
          CROSS JOIN life ON life.lifecycle_id = work.lifecycle_id WHERE ${textOf(wanted)} ${inPlace}`,
        values: Object.assign({}, ...[...wanted, ...rest].map(({ values }) => values)),
      }
    })
  })
}

/** Rows looked at without a pause. */
const largest = 500

/** What one selection gives, until as much is found as is asked for. */
async function foundIn(
  { isFew, text, values }: WorkSelection,
  limit: number,
  all: (selection: Selection) => Promise<unknown>,
  largestSlice: number,
): Promise<readonly StoredWork[]> {
  const found: StoredWork[] = []
  let place = {}
  for (let slice = Math.min(limit, largestSlice); ; slice = Math.min(2 * slice, largestSlice)) {
    await nextTurn()
    const looked = (await all({
      ...{ text, values: { ...values, ...place, ...(!isFew && { slice }) } },
    })) as readonly WorkColumns[]
    for (const row of looked) if (row.fits === 1) found.push(storedWorkOf(row))
    const end = looked.at(-1)
    if (isFew || end === undefined || looked.length < slice || found.length >= limit) return found
    place = behind(placeOf(storedWorkOf(end)))
  }
}

/** Work that is asked for, in its order. */
export async function foundWork(
  selections: readonly WorkSelection[],
  limit: number,
  all: (selection: Selection) => Promise<unknown>,
  largestSlice = largest,
): Promise<readonly StoredWork[]> {
  const found: StoredWork[] = []
  for (const selection of selections) found.push(...(await foundIn(selection, limit, all, largestSlice)))
  return found.sort((one, other) => comparePlaces(placeOf(one), placeOf(other))).slice(0, limit)
}
