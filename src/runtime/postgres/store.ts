import { hash } from 'node:crypto'
import { type LifecycleRecord, recordFormat } from '../../machine/index.ts'
import { checkFindQuery } from '../find-query.ts'
import { asksProjected } from '../matches.ts'
import { createNewest } from '../newest-records.ts'
import { createPolicyNames } from '../policy-names.ts'
import { millisecondsOf } from '../projection.ts'
import type { Store, StoredChange } from '../store.ts'
import { answerPlace, briefFrom, jsonFrom } from '../stored.ts'
import { type WorkColumns, workRowOf, workTexts } from '../work-columns.ts'
import { workOfChanges } from '../work-rows.ts'
import { changeRows } from './changes.ts'
import { claimWork, nextWork, releaseWork } from './claim.ts'
import { applyChanges } from './commit.ts'
import type { PostgresConnection } from './connection.ts'
import { fits } from './find.ts'
import { healthOf, waitingColumns, waitingOf } from './health.ts'
import type { Voices } from './listen.ts'
import { createProjectAll } from './project-all.ts'
import { buryIn, purgeLife, tombstoneOf } from './purge.ts'
import { createRecords } from './records.ts'
import { isInScope } from './scope.ts'
import { raw, sql } from './sql.ts'
import { foundWork, workColumns } from './work.ts'

/** Entries read at a time: a journal of years must not be held in memory. */
const journalPage = 200
/** Records read at a time: each is some tens of kilobytes. */
const recordsPage = 100

const digest = (text: string): string => hash('sha256', text)

/** What was read; nothing where it cannot be and somebody is told of it. */
async function orSkip<Read>(
  lifecycleId: string,
  read: Promise<Read>,
  skipped: ((lifecycleId: string, error: unknown) => void) | undefined,
): Promise<Read | undefined> {
  try {
    return await read
  } catch (error) {
    if (!skipped) throw error
    skipped(lifecycleId, error)
    return undefined
  }
}

/** A store over a schema of a database. */
export function storeOver(connection: PostgresConnection, voices: Voices): Store {
  const { ask, tables, transaction } = connection
  const policies = createPolicyNames(digest)
  const newest = createNewest(policies)
  const { recordOf, entryOf } = createRecords(connection, policies)
  const projectAll = createProjectAll(connection, recordOf)

  return {
    async has(lifecycleId, within) {
      const found =
        await ask(sql`SELECT 1 FROM ${tables.record} AS own WHERE own.lifecycle_id = ${lifecycleId}
        ${within ? sql`AND ${isInScope('own', within)}` : raw('')}`)
      return found.length > 0
    },
    async load(lifecycleId, within) {
      const [row] =
        await ask(sql`SELECT * FROM ${tables.record} AS own WHERE own.lifecycle_id = ${lifecycleId}
        ${within ? sql`AND ${isInScope('own', within)}` : raw('')}`)
      return row && { record: await recordOf(row), head: String(row.head), format: Number(row.format) }
    },
    async newest(lifecycleId) {
      const [known] = await ask(sql`SELECT head FROM ${tables.record} WHERE lifecycle_id = ${lifecycleId}`)
      const kept = known && newest.get(lifecycleId, known.head)
      if (kept || !known) return kept
      const [row] = await ask(sql`SELECT * FROM ${tables.record} WHERE lifecycle_id = ${lifecycleId}`)
      if (!row) return undefined
      return newest.keep({ record: await recordOf(row), head: String(row.head), format: Number(row.format) })
    },
    async answered(lifecycleId, commandId) {
      const [row] = await ask(sql`SELECT brief, fingerprint FROM ${tables.inbox}
        WHERE lifecycle_id = ${lifecycleId} AND command_id = ${commandId}`)
      if (!row) return undefined
      const place = answerPlace(lifecycleId)
      const fingerprint = row.fingerprint === null ? null : String(row.fingerprint)
      return { brief: briefFrom(jsonFrom(String(row.brief), place), place), fingerprint }
    },
    async answers(lifecycleId) {
      const rows = await ask(sql`SELECT command_id, brief, fingerprint FROM ${tables.inbox}
        WHERE lifecycle_id = ${lifecycleId}`)
      const place = answerPlace(lifecycleId)
      return rows.map(({ command_id, brief, fingerprint }) => ({
        commandId: String(command_id),
        brief: briefFrom(jsonFrom(String(brief), place), place),
        fingerprint: fingerprint === null ? null : String(fingerprint),
      }))
    },
    async told(_, key) {
      const [row] = await ask(
        sql`SELECT content, counted FROM ${tables.told} WHERE key = decode(${key}, 'hex')`,
      )
      return row && { key, content: Number(row.content), counted: row.counted === true }
    },
    async hasOrdered(lifecycleId, orderId) {
      const found = await ask(sql`SELECT 1 FROM ${tables.known}
        WHERE kind = 'order' AND id = ${orderId} AND lifecycle_id = ${lifecycleId}`)
      return found.length > 0
    },
    async commit(changes) {
      const found = await workOfChanges(changes)
      const work = changes.map(({ lifecycleId }, index) => {
        const life = found[index]
        return life && workTexts(lifecycleId, life)
      })
      const outcomes = await transaction((own) =>
        applyChanges({ ask: own, tables, policies, newest, call: voices.call }, changes, work),
      )
      newest.keepCommitted(changes, outcomes, work)
      return outcomes
    },
    claim: (query) => claimWork(connection, query),
    release: (work, release) => releaseWork(connection, work, release),
    next: (now, room) => nextWork(connection, now, room),
    async waiting(lifecycleId) {
      const own = lifecycleId === undefined ? raw('') : sql`WHERE lifecycle_id = ${lifecycleId}`
      const rows = await ask(sql`SELECT ${waitingColumns} FROM ${tables.work_order} ${own} ORDER BY position`)
      return rows.map(waitingOf)
    },
    async tried(orders) {
      const rows = orders.map(({ orderId, attempts, lastErrorCode }) => [orderId, attempts, lastErrorCode])
      await ask(sql`UPDATE ${tables.work_order} AS own
        SET attempts = (given.entry ->> 1)::integer, last_error = given.entry ->> 2
        FROM json_array_elements(${JSON.stringify(rows)}::json) AS given (entry)
        WHERE own.order_id = given.entry ->> 0`)
    },
    purge: (tombstone) => purgeLife(connection, tombstone),
    async bury(tombstones) {
      await transaction(async (own) => {
        for (const tombstone of tombstones) await buryIn(own, tables, tombstone)
      })
    },
    async tombstone(lifecycleId) {
      const [row] = await ask(sql`SELECT body FROM ${tables.tombstone} WHERE lifecycle_id = ${lifecycleId}`)
      return row && tombstoneOf(row)
    },
    async tombstones(after, limit) {
      const rows = await ask(sql`SELECT body FROM ${tables.tombstone}
        WHERE lifecycle_id > ${after} ORDER BY lifecycle_id LIMIT ${limit}`)
      return rows.map(tombstoneOf)
    },
    async timers(lifecycleId) {
      const rows = await ask(sql`SELECT deadline_id, due FROM ${tables.timer}
        WHERE lifecycle_id = ${lifecycleId} ORDER BY position`)
      return rows.map(({ deadline_id, due }) => ({ deadlineId: String(deadline_id), due: String(due) }))
    },
    async lifecycleIds(after, limit, since) {
      const rows = await ask(sql`SELECT lifecycle_id FROM ${tables.record} WHERE lifecycle_id > ${after}
        ${since === undefined ? raw('') : sql`AND changed_at >= ${millisecondsOf(since)}`}
        ORDER BY lifecycle_id LIMIT ${limit}`)
      return rows.map((row) => String(row.lifecycle_id))
    },
    health: (at) => healthOf(connection, at),
    async unmigrated(after, limit) {
      const rows = await ask(sql`SELECT lifecycle_id FROM ${tables.record}
        WHERE format < ${recordFormat} AND lifecycle_id > ${after} ORDER BY lifecycle_id LIMIT ${limit}`)
      return rows.map((row) => String(row.lifecycle_id))
    },
    async find(given, skipped, within) {
      checkFindQuery(given)
      const { limit = 100, ...query } = given
      if (asksProjected(query)) await projectAll()
      const asked = fits(tables, query, within)
      const found: LifecycleRecord[] = []
      for (let { after = '' } = query; found.length < limit; ) {
        const wanted = Math.min(limit - found.length, recordsPage)
        const rows = await ask(sql`SELECT own.* FROM ${tables.record} AS own
          WHERE own.lifecycle_id > ${after} AND ${asked} ORDER BY own.lifecycle_id LIMIT ${wanted}`)
        for (const row of rows) {
          after = String(row.lifecycle_id)
          const record = await orSkip(after, recordOf(row), skipped)
          if (record) found.push(record)
        }
        if (rows.length < wanted) break
      }
      return found
    },
    async work(query, within) {
      await projectAll()
      return foundWork(connection, query, within)
    },
    async workOf(lifecycleId) {
      await projectAll()
      const rows = await ask(sql`SELECT ${workColumns} FROM ${tables.work} AS work
        WHERE work.lifecycle_id = ${lifecycleId}`)
      return rows.map((row) => workRowOf(row as WorkColumns))
    },
    async *journal(lifecycleId, after = -1) {
      for (let last = after; ; ) {
        const rows = await ask(sql`SELECT seq, prev_hash, hash, body FROM ${tables.journal}
          WHERE lifecycle_id = ${lifecycleId} AND seq > ${last} ORDER BY seq LIMIT ${journalPage}`)
        // One by one: those before a damaged one are told.
        for (const row of rows) yield await entryOf(row, lifecycleId)
        if (rows.length < journalPage) return
        last = Number(rows.at(-1)?.seq ?? last)
      }
    },
    async changes(query, skipped, within) {
      const rows = await changeRows(connection, query, within)
      if (rows === undefined) return undefined
      const found: StoredChange[] = []
      for (const row of rows) {
        const [lifecycleId, seq] = [String(row.lifecycle_id), Number(row.seq)]
        const entry = (await orSkip(lifecycleId, entryOf(row, lifecycleId), skipped)) ?? null
        found.push({ lifecycleId, seq, entry })
      }
      return found
    },
    listen: voices.listen,
    async close() {
      connection.close()
    },
  }
}
