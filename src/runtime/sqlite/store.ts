import type { DatabaseSync } from 'node:sqlite'
import { type LifecycleRecord, recordFormat } from '../../machine/index.ts'
import { nextTurn } from '../environment.ts'
import { checkFindQuery } from '../find-query.ts'
import { asksProjected } from '../matches.ts'
import { createNewest } from '../newest-records.ts'
import { millisecondsOf } from '../projection.ts'
import type { EntryRow, RecordRow } from '../row-texts.ts'
import type { Store, WaitingOrder } from '../store.ts'
import { answerPlace, briefFrom, jsonFrom, readOrSkip } from '../stored.ts'
import { type WorkColumns, workRowOf, workTexts } from '../work-columns.ts'
import { workOfChanges } from '../work-rows.ts'
import { changedIds } from './changed-ids.ts'
import { changeRows } from './changes.ts'
import { claimWork, hasClaimable, nextWork, releaseWork } from './claim.ts'
import { applyChanges } from './commit.ts'
import type { Selection } from './conditions.ts'
import { connect, type SqliteOptions } from './connection.ts'
import { guarded } from './failures.ts'
import { createFillTold } from './fill-told.ts'
import { foundIds, selectionOf, selectionsToFind } from './find.ts'
import { gathered } from './gathered.ts'
import { healthOf, type WaitingRow, waitingOf } from './health.ts'
import { createPolicies } from './policies.ts'
import { createProjectAll } from './project-all.ts'
import { buryIn, forgetInWal, purgeFrom, tombstoneOf } from './purge.ts'
import { scopeValues } from './scope.ts'
import { createTexts } from './texts.ts'
import { closeWhole } from './whole.ts'
import { foundWork, selectionsFor } from './work.ts'

/** Entries read at a time: a journal of years must not be held in memory. */
const journalPage = 200
/** Orders read without a pause. */
const ordersPage = 500
/** Records read without a pause. */
const recordsPage = 20

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
type ChangeRow = EntryRow & { lifecycle_id: string }
type ToldRow = { content: number; counted: number }
type AnswerRow = { brief: string; fingerprint: string | null }

/** A store over a database that is open. */
export function storeOver(database: DatabaseSync, options?: SqliteOptions): Store {
  const connection = connect(database, options)
  const { read, write } = connection
  const ask = ({ text, values }: Selection) => read(() => database.prepare(text).all(values))
  const policies = createPolicies()
  const texts = createTexts(policies)
  const newest = createNewest(policies)
  const projectAll = createProjectAll(connection, (sql, row) => texts.recordOf(sql, row as RecordRow))
  const fillTold = createFillTold(connection, (row, lifecycleId) =>
    read((sql) => texts.entryOf(sql, row as EntryRow, lifecycleId)),
  )

  return {
    async has(lifecycleId, within) {
      const found = await read((sql) =>
        within ? sql.isWithin.get({ lifecycleId, ...scopeValues(within) }) : sql.head.get(lifecycleId),
      )
      return found !== undefined
    },
    async load(lifecycleId, within) {
      return read((sql) => {
        const row = (
          within ? sql.recordWithin.get({ lifecycleId, ...scopeValues(within) }) : sql.record.get(lifecycleId)
        ) as RecordRow | undefined
        return row && { record: texts.recordOf(sql, row), head: row.head, format: row.format }
      })
    },
    newest: (lifecycleId) =>
      read((sql) => {
        const head = sql.head.get(lifecycleId)
        const kept = head && newest.get(lifecycleId, head.head)
        if (kept || !head) return kept
        const row = sql.record.get(lifecycleId) as RecordRow
        return newest.keep({ record: texts.recordOf(sql, row), head: row.head, format: row.format })
      }),
    async answered(lifecycleId, commandId) {
      const row = (await read((sql) => sql.answer.get(lifecycleId, commandId))) as AnswerRow | undefined
      const place = answerPlace(lifecycleId)
      return row && { brief: briefFrom(jsonFrom(row.brief, place), place), fingerprint: row.fingerprint }
    },
    async answers(lifecycleId) {
      const rows = await read((sql) => sql.answersOf.all(lifecycleId))
      const place = answerPlace(lifecycleId)
      return (rows as (AnswerRow & { command_id: string })[]).map(({ command_id, brief, fingerprint }) => ({
        ...{ commandId: command_id, fingerprint },
        brief: briefFrom(jsonFrom(brief, place), place),
      }))
    },
    async told(lifecycleId, key) {
      const look = () =>
        read((sql) => ({
          isUntold: sql.isUntold.get(lifecycleId) !== undefined,
          row: sql.told.get(key) as ToldRow | undefined,
        }))
      const { isUntold, row: found } = await look()
      if (isUntold) await fillTold(lifecycleId)
      const row = isUntold ? (await look()).row : found
      return row && { key, content: row.content, counted: row.counted === 1 }
    },
    hasOrdered: (lifecycleId, orderId) =>
      read((sql) => sql.isOrderKnown.get(orderId, lifecycleId) !== undefined),
    async commit(changes) {
      const found = await workOfChanges(changes)
      const work = changes.map(({ lifecycleId }, index) => {
        const life = found[index]
        return life && workTexts(lifecycleId, life)
      })
      const outcomes = await write((sql) => applyChanges({ sql, texts, newest }, changes, work))
      newest.keepCommitted(changes, outcomes, work)
      return outcomes
    },
    async claim(query) {
      if (await read((sql) => hasClaimable(sql, query))) return write((sql) => claimWork(sql, query))
      await nextTurn()
      return []
    },
    release: gathered<Parameters<Store['release']>>((given) =>
      write((sql) => {
        for (const [work, release] of given()) releaseWork(sql, work, release)
      }),
    ),
    next: (now, room) => read((sql) => nextWork(sql, now, room)),
    async waiting(lifecycleId) {
      if (lifecycleId !== undefined)
        return ((await read((sql) => sql.ordersOf.all(lifecycleId))) as WaitingRow[]).map(waitingOf)
      const found: WaitingOrder[] = []
      for (let last = 0; ; ) {
        const rows = (await read((sql) => sql.nextOrders.all(last, ordersPage))) as (WaitingRow & {
          position: number
        })[]
        found.push(...rows.map(waitingOf))
        if (rows.length < ordersPage) return found
        last = rows.at(-1)?.position ?? last
        await nextTurn()
      }
    },
    tried: (orders) =>
      write((sql) => {
        for (const { lifecycleId, orderId, attempts, lastErrorCode } of orders)
          sql.tryOrder.run(attempts, lastErrorCode, orderId, lifecycleId)
      }),
    async purge(tombstone) {
      const isPurged = await write((sql) => purgeFrom(database, sql, tombstone))
      await read(() => forgetInWal(database))
      return isPurged
    },
    bury: (tombstones) =>
      write((sql) => {
        for (const tombstone of tombstones) buryIn(sql, tombstone)
      }),
    async tombstone(lifecycleId) {
      const row = await read((sql) => sql.tombstone.get(lifecycleId))
      return row && tombstoneOf(row)
    },
    async tombstones(after, limit) {
      return (await read((sql) => sql.tombstones.all(after, limit))).map(tombstoneOf)
    },
    async timers(lifecycleId) {
      const rows = await read((sql) => sql.timersOf.all(lifecycleId))
      return (rows as { deadline_id: string; due: string }[]).map(({ deadline_id, due }) => ({
        deadlineId: deadline_id,
        due,
      }))
    },
    async lifecycleIds(after, limit, since) {
      if (since !== undefined) return changedIds(connection, millisecondsOf(since), after, limit)
      await nextTurn()
      const rows = await read((sql) => sql.lifecycleIds.all(after, limit))
      return rows.map((row) => String(row.lifecycle_id))
    },
    health: (at) => read((sql) => healthOf(sql, at)),
    async unmigrated(after, limit) {
      await nextTurn()
      const ids: string[] = []
      for (let format = 1; format < recordFormat; format += 1)
        for (const row of await read((sql) => sql.inFormat.all(format, after, limit)))
          ids.push(String(row.lifecycle_id))
      return ids.sort().slice(0, limit)
    },
    async find(given, skipped, within) {
      checkFindQuery(given)
      const { limit = 100, ...query } = given
      if (asksProjected(query)) await projectAll()
      const selections = await read(() => selectionsToFind(database, query, within))
      const found: LifecycleRecord[] = []
      for (let { after = '' } = query; ; ) {
        const wanted = limit - found.length
        const ids = await foundIds(selections, after, wanted, ask)
        for (const [index, id] of ids.entries()) {
          if (index % recordsPage === 0) await nextTurn()
          const [row] = (await ask(selectionOf(id, query, within))) as RecordRow[]
          const record = row && (await read((sql) => readOrSkip(id, () => texts.recordOf(sql, row), skipped)))
          if (record) found.push(record)
        }
        if (ids.length < wanted || found.length >= limit) return found
        after = ids.at(-1) ?? after
      }
    },
    async work(query, within) {
      await projectAll()
      return foundWork(await read(() => selectionsFor(database, query, within)), query.limit, ask)
    },
    async workOf(lifecycleId) {
      await projectAll()
      return read((sql) => sql.workOf.all(lifecycleId).map((row) => workRowOf(row as WorkColumns)))
    },
    async *journal(lifecycleId, after = -1) {
      for (let last = after; ; ) {
        const rows = (await read((sql) => sql.entries.all(lifecycleId, last, journalPage))) as EntryRow[]
        // One by one: those before a damaged one are told.
        for (const row of rows) yield await read((sql) => texts.entryOf(sql, row, lifecycleId))
        if (rows.length < journalPage) return
        last = rows.at(-1)?.seq ?? last
        await nextTurn()
      }
    },
    async changes({ after, limit }, skipped, within) {
      await nextTurn()
      return read((sql) => {
        const rows = changeRows(database, sql, { after, limit }, within) as ChangeRow[] | undefined
        return rows?.map((row) => {
          const { lifecycle_id: lifecycleId, seq } = row
          const entry = readOrSkip(lifecycleId, () => texts.entryOf(sql, row, lifecycleId), skipped)
          return { lifecycleId, seq, entry: entry ?? null }
        })
      })
    },
    async close() {
      guarded(() => closeWhole(database))
    },
  }
}
