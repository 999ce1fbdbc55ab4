import type { BlockerCode, Duty, LifeState, Owner } from '../domain/index.ts'
import { millisecondsOf } from './projection.ts'
import type { WorkList, WorkRow, WorkViewer } from './work-of.ts'
import { type LifeWork, never, type StoredWork } from './work-rows.ts'

/** A list of words as one text in which each is found by `instr`. */
const listText = (words: readonly string[]): string => (words.length === 0 ? '' : `,${words.join(',')},`)
export const listOf = (text: string): readonly string[] => text.split(',').filter((word) => word !== '')

/** Columns of a row of `work`, in the order of the table; the key is the first eight. */
const columnsOf = (lifecycleId: string, row: WorkRow, { owners, terminalId }: LifeWork) => [
  ...[row.viewer, owners.acquirerId, row.due === null ? never : millisecondsOf(row.due), lifecycleId],
  ...[row.code, row.ref ?? '', row.list, row.n],
  ...[row.owner, listText(row.duties), row.due, row.from ?? 0, row.until ?? never],
  ...[owners.merchantId, terminalId, owners.agentId, owners.merchantSpeaker, owners.agentSpeaker],
]

type Columns = ReturnType<typeof columnsOf>

/** The rows of a life as they stand in the table, each by its text. */
export interface WorkTexts {
  readonly acquirerId: string
  readonly states: string
  readonly rows: ReadonlyMap<string, Columns>
}

export function workTexts(lifecycleId: string, life: LifeWork): WorkTexts {
  const columns = life.rows.map((row) => columnsOf(lifecycleId, row, life))
  const rows = new Map(columns.map((row) => [JSON.stringify(row), row]))
  return { acquirerId: life.owners.acquirerId, states: listText(life.states), rows }
}

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
export type WorkColumns = {
  viewer: WorkViewer
  acquirer_id: string
  lifecycle_id: string
  code: BlockerCode
  ref: string
  list: WorkList
  n: number
  owner: Owner
  duties: string
  due: string | null
  from_at: number
  until_at: number
  states: string
  merchant_id: string
  terminal_id: string
  agent_id: string | null
  merchant_speaker: string | null
  agent_speaker: string | null
  fits: number
}

export const workRowOf = (row: WorkColumns): WorkRow => ({
  viewer: row.viewer,
  list: row.list,
  code: row.code,
  ref: row.ref === '' ? null : row.ref,
  n: row.n,
  owner: row.owner,
  duties: listOf(row.duties) as readonly Duty[],
  due: row.due,
  from: row.from_at === 0 ? null : row.from_at,
  until: row.until_at === never ? null : row.until_at,
})

export const storedWorkOf = (row: WorkColumns): StoredWork => ({
  ...workRowOf(row),
  lifecycleId: row.lifecycle_id,
  owners: {
    acquirerId: row.acquirer_id,
    merchantId: row.merchant_id,
    agentId: row.agent_id,
    merchantSpeaker: row.merchant_speaker,
    agentSpeaker: row.agent_speaker,
  },
  terminalId: row.terminal_id,
  states: listOf(row.states) as readonly LifeState[],
})
