import { millisecondsOf } from '../projection.ts'
import type { WorkRow } from '../work-of.ts'
import { type LifeWork, never } from '../work-rows.ts'
import type { Statements } from './statements.ts'

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

/** The rows of a life as they stand in the file, each by its text. */
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

function writeStates(sql: Statements, lifecycleId: string, { acquirerId, states }: WorkTexts): void {
  const known = sql.life.get(lifecycleId)
  if (!known) {
    const since = sql.sinceOf.get(lifecycleId)?.since ?? null
    sql.insertLife.run(lifecycleId, acquirerId, states, since)
  } else if (known.states !== states) sql.setStates.run(states, lifecycleId)
}

/**
 * Writes what differs, and leaves the rest alone: most commands change a row or two.
 *
 * @param before what stands in the file, where that is known; else it is read.
 */
export function projectWork(sql: Statements, lifecycleId: string, work: WorkTexts, before?: WorkTexts): void {
  const gone = new Set(before?.rows.keys() ?? sql.workTexts.all(lifecycleId).map(({ text }) => String(text)))
  const added = [...work.rows].filter(([text]) => !gone.delete(text))
  for (const text of gone) sql.deleteWork.run(...JSON.parse(text).slice(0, 8))
  for (const [, row] of added) sql.insertWork.run(...row)
  if (before?.states !== work.states) writeStates(sql, lifecycleId, work)
  if (!before) sql.setProjected.run(lifecycleId)
}
