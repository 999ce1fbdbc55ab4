import type { LifecycleRecord } from '../../machine/index.ts'
import { nextTurn } from '../environment.ts'
import { knownNames } from '../projection.ts'
import { workTexts } from '../work-columns.ts'
import { lifeWorkOf } from '../work-rows.ts'
import type { Connection } from './connection.ts'
import { projectWork } from './project-work.ts'
import type { Statements } from './statements.ts'

/** Records in one transaction: few, so that nobody who writes meanwhile waits for long. */
const atATime = 20

/** What cannot be read asks for nothing; `audit` names it. */
function projectOne(
  sql: Statements,
  lifecycleId: string,
  read: (sql: Statements, row: unknown) => LifecycleRecord,
): void {
  sql.insertOrdersKnown.run(lifecycleId)
  sql.insertApplicationsKnown.run(lifecycleId)
  try {
    const record = read(sql, sql.record.get(lifecycleId))
    for (const [kind, id] of knownNames(record.context, { orderIds: [] }))
      sql.insertKnown.run(kind, id, lifecycleId)
    projectWork(sql, lifecycleId, workTexts(lifecycleId, lifeWorkOf(record)))
  } catch {
    sql.setProjected.run(lifecycleId)
  }
}

/**
 * Writes the rows of records that an older release stored, in small steps; what is written stays, whoever stops or is stopped.
 * Where all are there, it costs one look at an empty table.
 */
export function createProjectAll(
  { read, write }: Connection,
  readRecord: (sql: Statements, row: unknown) => LifecycleRecord,
): () => Promise<void> {
  let running: Promise<void> | undefined

  async function steps(): Promise<void> {
    while ((await read((sql) => sql.unprojected.get(1))) !== undefined) {
      await nextTurn()
      await write((sql) => {
        for (const { lifecycle_id: id } of sql.unprojected.all(atATime))
          projectOne(sql, String(id), readRecord)
      })
    }
  }

  return () => {
    running ??= steps().finally(() => {
      running = undefined
    })
    return running
  }
}
