import { byId } from './memory-between.ts'
import type { Tables } from './memory-commit.ts'
import { keyOf } from './memory-tables.ts'
import type { Tombstone } from './store.ts'

/** That its number rests, and until when, outlives a life. */
export function bury(tables: Tables, tombstone: Tombstone): void {
  const { lifecycleId, acquirerId, merchantId, terminalId, restsUntil } = tombstone
  if (tables.tombstones.has(lifecycleId)) return
  tables.tombstones.set(lifecycleId, { ...tombstone })
  const key = keyOf(acquirerId, terminalId)
  const others = (tables.resting.get(key) ?? []).filter((one) => one.lifecycleId !== lifecycleId)
  // One that does not rest has rested long ago.
  tables.resting.set(key, [...others, { lifecycleId, merchantId, until: restsUntil ?? 0 }].sort(byId))
}

/** Takes all of a life out of the tables but what its reports are known by; what is closed has no device bound any more. */
export function purgeLife(tables: Tables, tombstone: Tombstone): boolean {
  const { lifecycleId, head } = tombstone
  if (tables.records.get(lifecycleId)?.head !== head) return false
  for (const table of [tables.records, tables.entries, tables.orders, tables.timers, tables.work])
    table.delete(lifecycleId)
  for (const key of [...tables.inbox.keys()])
    if ((JSON.parse(key) as string[])[0] === lifecycleId) tables.inbox.delete(key)
  bury(tables, tombstone)
  return true
}
