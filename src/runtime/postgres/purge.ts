import { millisecondsOf } from '../projection.ts'
import type { Tombstone } from '../store.ts'
import { jsonFrom } from '../stored.ts'
import type { Ask, PostgresConnection, Row } from './connection.ts'
import type { Tables } from './schema.ts'
import { sql } from './sql.ts'

/** All that names a life. What its reports are known by are digests, and stay. */
const ofLives = [
  ...(['record', 'journal', 'inbox', 'device', 'work_order', 'timer', 'life', 'known', 'work'] as const),
]

export const tombstoneOf = ({ body }: Row): Tombstone =>
  jsonFrom(String(body), { lifecycleId: '', path: '/tombstone' }) as Tombstone

export async function buryIn(ask: Ask, tables: Tables, tombstone: Tombstone): Promise<void> {
  const { lifecycleId, acquirerId, merchantId, terminalId, closedAt, restsUntil } = tombstone
  await ask(sql`INSERT INTO ${tables.tombstone} (lifecycle_id, acquirer_id, merchant_id, terminal_id, ended_at, rests_until, body)
    VALUES (${lifecycleId}, ${acquirerId}, ${merchantId}, ${terminalId}, ${millisecondsOf(closedAt)}, ${restsUntil},
      ${JSON.stringify(tombstone)})
    ON CONFLICT DO NOTHING`)
}

/** After whoever commits at the moment: nobody adds an entry to what is being purged. */
export const purgeLife = (
  { tables, transaction }: PostgresConnection,
  tombstone: Tombstone,
): Promise<boolean> =>
  transaction(async (ask) => {
    const { lifecycleId, head } = tombstone
    await ask(sql`SELECT 1 FROM ${tables.home} FOR UPDATE`)
    const [row] = await ask(sql`SELECT head FROM ${tables.record} WHERE lifecycle_id = ${lifecycleId}`)
    if (row?.head !== head) return false
    for (const name of ofLives)
      await ask(sql`DELETE FROM ${tables[name]} WHERE lifecycle_id = ${lifecycleId}`)
    await buryIn(ask, tables, tombstone)
    return true
  })
