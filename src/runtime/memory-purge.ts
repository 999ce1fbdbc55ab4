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
  if (restsUntil !== null)
    tables.resting.set(key, [...others, { lifecycleId, merchantId, until: restsUntil }])
}

/** Takes all of a life out of the tables but what its reports are known by. */
export function purgeLife(tables: Tables, tombstone: Tombstone): boolean {
  const { lifecycleId, acquirerId, head } = tombstone
  const row = tables.records.get(lifecycleId)
  if (row?.head !== head) return false
  for (const table of [tables.records, tables.entries, tables.orders, tables.timers, tables.work])
    table.delete(lifecycleId)
  for (const key of [...tables.inbox.keys()])
    if ((JSON.parse(key) as string[])[0] === lifecycleId) tables.inbox.delete(key)
  for (const serial of Object.keys(row.record.context.devices)) {
    const key = keyOf(acquirerId, serial)
    const others = (tables.bindings.get(key) ?? []).filter((one) => one.lifecycleId !== lifecycleId)
    tables.bindings.set(key, others)
  }
  bury(tables, tombstone)
  return true
}
