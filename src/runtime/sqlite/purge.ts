import type { DatabaseSync } from 'node:sqlite'
import { millisecondsOf } from '../projection.ts'
import type { Tombstone } from '../store.ts'
import { jsonFrom } from '../stored.ts'
import type { Statements } from './statements.ts'

/** All that names a life. What its reports are known by are digests, and stay. */
const tables = [
  ...['record', 'journal', 'inbox', 'device', 'work_order', 'timer', 'life', 'known', 'work'],
  ...['untold', 'unprojected'],
]

export const tombstoneOf = (row: unknown): Tombstone => {
  const { body } = row as { body: string }
  return jsonFrom(body, { lifecycleId: '', path: '/tombstone' }) as Tombstone
}

export function buryIn(sql: Statements, tombstone: Tombstone): void {
  const { lifecycleId, acquirerId, merchantId, terminalId, closedAt, restsUntil } = tombstone
  const endedAt = millisecondsOf(closedAt)
  const body = JSON.stringify(tombstone)
  sql.bury.run(lifecycleId, acquirerId, merchantId, terminalId, endedAt, restsUntil, body)
}

/** Inside a transaction. Seldom, so that its statements are not kept. */
export function purgeFrom(database: DatabaseSync, sql: Statements, tombstone: Tombstone): boolean {
  const { lifecycleId, head } = tombstone
  if (sql.head.get(lifecycleId)?.head !== head) return false
  // Else what was deleted stands in the file until something else needs its place.
  database.exec('PRAGMA secure_delete = ON')
  try {
    for (const table of tables)
      database.prepare(`DELETE FROM ${table} WHERE lifecycle_id = ?`).run(lifecycleId)
  } finally {
    database.exec('PRAGMA secure_delete = OFF')
  }
  buryIn(sql, tombstone)
  return true
}

/** Nor in the WAL, where nobody reads meanwhile; else the next checkpoint takes it away. */
export const forgetInWal = (database: DatabaseSync): void => {
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
}
