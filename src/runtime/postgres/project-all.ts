import type { LifecycleRecord } from '../../machine/index.ts'
import { workTexts } from '../work-columns.ts'
import { lifeWorkOf } from '../work-rows.ts'
import type { Ask, PostgresConnection, Row } from './connection.ts'
import { checkVersion } from './prepare.ts'
import { kindOfRows, projectionKind, type Tables } from './schema.ts'
import { type Sql, sql } from './sql.ts'
import { known, life, workRows } from './write-rows.ts'

/** Records in one transaction: few, so that nobody who commits meanwhile waits for long. */
const atATime = 10

/** The rows that are read off one record. What cannot be read asks for nothing; `audit` names it. */
async function rowsOf(
  ask: Ask,
  tables: Tables,
  row: Row,
  recordOf: (row: Row) => Promise<LifecycleRecord>,
): Promise<readonly Sql[]> {
  const lifecycleId = String(row.lifecycle_id)
  try {
    const record = await recordOf(row)
    const work = workTexts(lifecycleId, lifeWorkOf(record))
    const stored =
      await ask(sql`SELECT json_build_array(viewer, acquirer_id, due_at, lifecycle_id, code, ref, list, n, owner,
        duties, due, from_at, until_at, merchant_id, terminal_id, agent_id, merchant_speaker, agent_speaker)::text AS text
      FROM ${tables.work} WHERE lifecycle_id = ${lifecycleId}`)
    const texts = stored.map(({ text }) => JSON.stringify(JSON.parse(String(text))))
    return [
      ...workRows(tables, record, work, texts),
      life(tables, record, work),
      ...known(tables, record, { orderIds: [] }, undefined),
    ]
  } catch {
    return []
  }
}

/**
 * Writes rows anew that were read off a record by an older release, which may go on beside this one: whatever it commits is
 * written over when somebody asks next. In small steps; what is written stays, whoever stops or is stopped. Where nothing is
 * old it costs one look at an index.
 */
export function createProjectAll(
  { ask, tables, transaction }: PostgresConnection,
  recordOf: (row: Row) => Promise<LifecycleRecord>,
): () => Promise<void> {
  let running: Promise<void> | undefined

  const isOld = sql`(${kindOfRows}) < ${projectionKind}`
  const nextOld = () =>
    ask(sql`SELECT lifecycle_id FROM ${tables.record} WHERE ${isOld}
      ORDER BY (${kindOfRows}), lifecycle_id LIMIT ${atATime}`)

  const step = (ids: readonly string[]) =>
    transaction(async (own) => {
      // As every commit does, and for the same reason: what is read behind it is what stands.
      const [home] = await own(sql`SELECT version FROM ${tables.home} FOR UPDATE`)
      checkVersion(Number(home?.version))
      const rows = await own(
        sql`SELECT * FROM ${tables.record} WHERE lifecycle_id = ANY (${ids}::text[]) AND ${isOld}`,
      )
      for (const row of rows) for (const write of await rowsOf(own, tables, row, recordOf)) await own(write)
      await own(sql`UPDATE ${tables.record} SET projection = ${projectionKind}, projected = version
        WHERE lifecycle_id = ANY (${ids}::text[]) AND ${isOld}`)
    })

  async function steps(): Promise<void> {
    for (let old = await nextOld(); old.length > 0; old = await nextOld())
      await step(old.map(({ lifecycle_id: id }) => String(id)))
  }

  return () => {
    running ??= steps().finally(() => {
      running = undefined
    })
    return running
  }
}
