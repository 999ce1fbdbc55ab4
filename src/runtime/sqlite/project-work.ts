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

/** Writes what differs, and leaves the rest alone: most commands change a row or two. */
export function projectWork(sql: Statements, lifecycleId: string, life: LifeWork): void {
  const gone = new Set(sql.workTexts.all(lifecycleId).map(({ text }) => String(text)))
  const wanted = life.rows.map((row) => columnsOf(lifecycleId, row, life))
  const added = wanted.filter((row) => !gone.delete(JSON.stringify(row)))
  for (const text of gone) sql.deleteWork.run(...JSON.parse(text).slice(0, 8))
  for (const row of added) sql.insertWork.run(...row)
  const states = listText(life.states)
  const known = sql.life.get(lifecycleId)
  if (!known) {
    const since = sql.sinceOf.get(lifecycleId)?.since ?? null
    sql.insertLife.run(lifecycleId, life.owners.acquirerId, states, since)
  } else if (known.states !== states) sql.setStates.run(states, lifecycleId)
  sql.setProjected.run(lifecycleId)
}
