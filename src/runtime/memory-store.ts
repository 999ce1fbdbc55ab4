import { type LifecycleRecord, recordFormat } from '../machine/index.ts'
import { areWithin, type Scope } from './access.ts'
import { nextTurn } from './environment.ts'
import { checkFindQuery } from './find-query.ts'
import { matches, nameOf } from './matches.ts'
import { changesOf, entryOf } from './memory-changes.ts'
import { claimWork, nextWork, releaseWork } from './memory-claim.ts'
import { applyChanges, type RecordRow, Tables } from './memory-commit.ts'
import { healthOf, waitingOf } from './memory-health.ts'
import { bury, purgeLife } from './memory-purge.ts'
import { keyOf, transaction } from './memory-tables.ts'
import { foundWork } from './memory-work.ts'
import { millisecondsOf } from './projection.ts'
import type { Skipped, Store, StoreQuery } from './store.ts'
import { answerPlace, briefFrom, readOrSkip, recordFrom } from './stored.ts'
import { workOfChanges } from './work-rows.ts'

/**
 * Keeps everything in this process: for tests, scripts and demonstrations. Nothing outlives the process.
 *
 * @example createRuntime({ store: memoryStore(), services })
 */
export function memoryStore(): Store {
  /** A copy of one's own, judged as what any store reads. */
  const copyOf = ({ record }: RecordRow) => recordFrom(JSON.parse(JSON.stringify(record)), record.lifecycleId)
  const loaded = (row: RecordRow) => ({ record: copyOf(row), head: row.head, format: row.format })

  const tables = new Tables()

  const isThere = (row: RecordRow | undefined, within: Scope | undefined): row is RecordRow =>
    row !== undefined && (within === undefined || areWithin(row.owners, within))

  /** Has another life of the same acquirer had the device? */
  const isElsewhere =
    (lifecycleId: string, { owners }: RecordRow) =>
    (serial: string) =>
      [...tables.records.entries()].some(
        ([id, row]) =>
          id !== lifecycleId &&
          row.owners.acquirerId === owners.acquirerId &&
          Object.hasOwn(row.record.context.devices, serial),
      )

  function found(query: StoreQuery, skipped: Skipped | undefined, within: Scope | undefined) {
    const { after = '', limit = 100 } = query
    const records: LifecycleRecord[] = []
    for (const lifecycleId of [...tables.records.keys()].sort()) {
      const row = tables.records.get(lifecycleId)
      if (!isThere(row, within) || lifecycleId <= after) continue
      if (records.length >= limit) break
      const work = tables.work.get(lifecycleId)
      if (!work || !matches({ ...row, work, isElsewhere: isElsewhere(lifecycleId, row) }, query)) continue
      const record = readOrSkip(lifecycleId, () => copyOf(row), skipped)
      if (record) records.push(record)
    }
    return records
  }

  return {
    async has(lifecycleId, within) {
      return isThere(tables.records.get(lifecycleId), within)
    },
    async load(lifecycleId, within) {
      const row = tables.records.get(lifecycleId)
      if (!isThere(row, within)) return undefined
      return loaded(row)
    },
    async newest(lifecycleId) {
      const row = tables.records.get(lifecycleId)
      if (!row || row.format !== recordFormat) return row && loaded(row)
      const { record, head, format } = row
      return { record, head, format }
    },
    async answered(lifecycleId, commandId) {
      const row = tables.inbox.get(keyOf(lifecycleId, commandId))
      const place = answerPlace(lifecycleId)
      return row && { brief: briefFrom(JSON.parse(row.brief), place), fingerprint: row.fingerprint }
    },
    async answers(lifecycleId) {
      const place = answerPlace(lifecycleId)
      return [...tables.inbox.entries()].flatMap(([key, row]) => {
        const [own, commandId = ''] = JSON.parse(key) as string[]
        if (own !== lifecycleId) return []
        return [{ commandId, brief: briefFrom(JSON.parse(row.brief), place), fingerprint: row.fingerprint }]
      })
    },
    async told(_, key) {
      const told = tables.told.get(key)
      return told && { ...told }
    },
    async hasOrdered(lifecycleId, orderId) {
      return tables.records.get(lifecycleId)?.known.has(nameOf(['order', orderId])) ?? false
    },
    async commit(changes) {
      await nextTurn()
      const work = await workOfChanges(changes)
      return transaction(tables.undo, () => applyChanges(tables, changes, work))
    },
    async claim(query) {
      await nextTurn()
      return transaction(tables.undo, () => claimWork(tables, query))
    },
    async release(work, release) {
      transaction(tables.undo, () => releaseWork(tables, work, release))
    },
    async next(now, room) {
      return nextWork(tables, now, room)
    },
    async waiting(lifecycleId) {
      const rows =
        lifecycleId === undefined ? [...tables.orders.values()].flat() : tables.orders.get(lifecycleId)
      return [...(rows ?? [])].sort((a, b) => a.position - b.position).map(waitingOf)
    },
    async tried(orders) {
      for (const { lifecycleId, orderId, attempts, lastErrorCode } of orders) {
        const rows = tables.orders.get(lifecycleId) ?? []
        const tried = (row: (typeof rows)[number]) =>
          row.orderId === orderId ? { ...row, attempts, lastErrorCode } : row
        tables.orders.set(lifecycleId, rows.map(tried))
      }
      tables.undo.length = 0
    },
    async purge(tombstone) {
      return transaction(tables.undo, () => purgeLife(tables, tombstone))
    },
    async bury(tombstones) {
      transaction(tables.undo, () => {
        for (const tombstone of tombstones) bury(tables, tombstone)
      })
    },
    async tombstone(lifecycleId) {
      const found = tables.tombstones.get(lifecycleId)
      return found && { ...found }
    },
    async tombstones(after, limit) {
      const ids = [...tables.tombstones.keys()].filter((id) => id > after).sort()
      return ids
        .slice(0, limit)
        .flatMap((id) => tables.tombstones.get(id) ?? [])
        .map((one) => ({ ...one }))
    },
    async timers(lifecycleId) {
      return (tables.timers.get(lifecycleId) ?? []).map(({ deadlineId, due }) => ({ deadlineId, due }))
    },
    async lifecycleIds(after, limit, since) {
      const from = since === undefined ? Number.NEGATIVE_INFINITY : millisecondsOf(since)
      return [...tables.records.entries()]
        .filter(([lifecycleId, { changedAt }]) => lifecycleId > after && changedAt >= from)
        .map(([lifecycleId]) => lifecycleId)
        .sort()
        .slice(0, limit)
    },
    async health(at) {
      return healthOf(tables, at)
    },
    async unmigrated(after, limit) {
      return [...tables.records.entries()]
        .filter(([lifecycleId, { format }]) => lifecycleId > after && format < recordFormat)
        .map(([lifecycleId]) => lifecycleId)
        .sort()
        .slice(0, limit)
    },
    async find(query, skipped, within) {
      checkFindQuery(query)
      return found(query, skipped, within)
    },
    async work(query, within) {
      return foundWork(tables.work.entries(), query, within)
    },
    async workOf(lifecycleId) {
      return structuredClone(tables.work.get(lifecycleId)?.rows ?? [])
    },
    async *journal(lifecycleId, after = -1) {
      for (const row of tables.entries.get(lifecycleId) ?? [])
        if (row.seq > after) yield entryOf(row, lifecycleId)
    },
    async changes(query, skipped, within) {
      return changesOf(tables, query, skipped, within)
    },
    async close() {
      tables.close()
    },
  }
}
