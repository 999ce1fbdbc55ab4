import { millisecondsOf } from '../projection.ts'
import type { WorkRow } from '../work-of.ts'
import { type LifeWork, never } from '../work-rows.ts'
import type { Statements } from './statements.ts'

/** A list of words as one text in which each is found by `instr`. */
export const listText = (words: readonly string[]): string =>
  words.length === 0 ? '' : `,${words.join(',')},`
export const listOf = (text: string): readonly string[] => text.split(',').filter((word) => word !== '')

/** Columns of a row of `work`, in the order of the table. */
const columnsOf = (lifecycleId: string, row: WorkRow, { owners, terminalId, states }: LifeWork) => ({
  viewer: row.viewer,
  acquirer_id: owners.acquirerId,
  due_at: row.due === null ? never : millisecondsOf(row.due),
  lifecycle_id: lifecycleId,
  code: row.code,
  ref: row.ref ?? '',
  list: row.list,
  n: row.n,
  owner: row.owner,
  duties: listText(row.duties),
  due: row.due,
  from_at: row.from ?? 0,
  until_at: row.until ?? never,
  states: listText(states),
  merchant_id: owners.merchantId,
  terminal_id: terminalId,
  agent_id: owners.agentId,
  merchant_speaker: owners.merchantSpeaker,
  agent_speaker: owners.agentSpeaker,
})

/** Writes what differs, and leaves the rest alone: most commands change a row or two. */
export function projectWork(sql: Statements, lifecycleId: string, life: LifeWork): void {
  const stored = new Map(sql.workOf.all(lifecycleId).map((row) => [JSON.stringify(row), row]))
  const wanted = life.rows.map((row) => columnsOf(lifecycleId, row, life))
  const added = wanted.filter((row) => !stored.delete(JSON.stringify(row)))
  for (const { viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n } of stored.values())
    sql.deleteWork.run(...([viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n] as string[]))
  for (const row of added) sql.insertWork.run(...Object.values(row))
  const states = listText(life.states)
  if (sql.life.get(lifecycleId)?.states !== states)
    sql.putLife.run(lifecycleId, life.owners.acquirerId, states)
  sql.setProjected.run(lifecycleId)
}
