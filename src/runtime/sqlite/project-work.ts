import type { WorkTexts } from '../work-columns.ts'
import type { Statements } from './statements.ts'

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
