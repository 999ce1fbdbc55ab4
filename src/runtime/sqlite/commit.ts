import type { LifecycleRecord } from '../../machine/index.ts'
import { genesisHash } from '../../schemas/index.ts'
import { ownersOf } from '../access.ts'
import { briefOf } from '../brief.ts'
import { checkChain, checkChange } from '../check-change.ts'
import type { Newest, Written } from '../newest-records.ts'
import { forgottenBefore, type OwnTime, ownTimeAfter } from '../own-time.ts'
import {
  deviceKeys,
  endedAt,
  knownNames,
  millisecondsOf,
  openOrders,
  restsUntil,
  runningTimers,
} from '../projection.ts'
import type { Change, CommitOutcome, HeldElsewhere, SealedEntry } from '../store.ts'
import type { WorkTexts } from '../work-columns.ts'
import { deviceElsewhere, numberElsewhere } from './between.ts'
import { projectWork } from './project-work.ts'
import type { Statements } from './statements.ts'
import type { Texts } from './texts.ts'

/** What keeps the change out, if anything does. `version`: the stored one. */
function obstacleTo(
  sql: Statements,
  { lifecycleId, expectedVersion, exempt = false }: Change,
  record: LifecycleRecord,
  version: unknown,
): 'conflict' | HeldElsewhere | undefined {
  const opening = expectedVersion === null
  if (version !== expectedVersion) return 'conflict'
  const { terminalId, merchantId, acquirerId } = record.context.identity
  if (opening && sql.tombstone.get(lifecycleId)) return 'conflict'
  if (opening && sql.openNumber.get(terminalId, merchantId, acquirerId)) return 'conflict'
  if (exempt) return undefined
  return (opening ? numberElsewhere(sql, record) : undefined) ?? deviceElsewhere(sql, record)
}

function writeRecord(
  sql: Statements,
  texts: Texts,
  record: LifecycleRecord,
  head: string,
  opening: boolean,
): void {
  const { lifecycleId, format, machineVersion, version, at, value, context } = record
  const { acquirerId, merchantId, ...speakers } = ownersOf(record)
  const columns = {
    ...speakers,
    ...{ lifecycleId, format, machineVersion, version, at, head },
    value: JSON.stringify(value),
    context: texts.contextText(sql, record),
    endedAt: endedAt(record),
    restsUntil: restsUntil(record),
    changedAt: millisecondsOf(at),
  }
  if (!opening) {
    sql.updateRecord.run(columns)
    return
  }
  const { terminalId } = context.identity
  sql.insertRecord.run({ ...columns, acquirerId, merchantId, terminalId, openedAt: millisecondsOf(at) })
}

function writeEntry(
  sql: Statements,
  texts: Texts,
  record: LifecycleRecord,
  { prevHash, hash, ...entry }: SealedEntry,
): void {
  const { lifecycleId } = record
  const columns = { lifecycleId, seq: entry.seq, prevHash, hash, body: texts.entryText(sql, entry) }
  sql.insertEntry.run({ ...columns, ...ownersOf(record) })
}

/** A device never leaves a life, it is only retired. */
function projectDevices(sql: Statements, record: LifecycleRecord): void {
  const stored = new Map(sql.devices.all(record.lifecycleId).map((row) => [row.serial, row]))
  for (const { serial, retiredAt, boundAs } of deviceKeys(record)) {
    const row = stored.get(serial)
    if (row?.retired_at !== retiredAt || row.bound_as !== boundAs)
      sql.putDevice.run(record.lifecycleId, serial, retiredAt, boundAs)
  }
}

/** Rows that still stand are left alone: they know who holds them and how often they were tried. */
function projectOrders(sql: Statements, record: LifecycleRecord): void {
  const stored = new Map(
    sql.ordersOf.all(record.lifecycleId).map((row) => [String(row.order_id), row.parked === 1]),
  )
  for (const { orderId, kind, isParked } of openOrders(record)) {
    const wasParked = stored.get(orderId)
    if (wasParked === undefined) sql.insertOrder.run(orderId, record.lifecycleId, kind, isParked ? 1 : 0)
    else if (isParked !== wasParked) (isParked ? sql.parkOrder : sql.reviveOrder).run(orderId)
    stored.delete(orderId)
  }
  for (const orderId of stored.keys()) sql.deleteOrder.run(orderId)
}

function projectTimers(sql: Statements, record: LifecycleRecord): void {
  const { lifecycleId } = record
  const stored = new Map(sql.timersOf.all(lifecycleId).map((row) => [String(row.deadline_id), row.due]))
  for (const { deadlineId, due } of runningTimers(record)) {
    if (stored.get(deadlineId) !== due) sql.putTimer.run(lifecycleId, deadlineId, due, millisecondsOf(due))
    stored.delete(deadlineId)
  }
  for (const deadlineId of stored.keys()) sql.deleteTimer.run(lifecycleId, deadlineId)
}

/** Beside the record; what is as it was with the entry before, where this process wrote that, stands in the file. */
function project(
  sql: Statements,
  record: LifecycleRecord,
  entry: SealedEntry,
  work: WorkTexts | undefined,
  before: Written | undefined,
): void {
  const { lifecycleId, context } = record
  const was = before?.record.context
  if (context.devices !== was?.devices) projectDevices(sql, record)
  if (context.orders !== was?.orders) projectOrders(sql, record)
  if (context.deadlines !== was?.deadlines) projectTimers(sql, record)
  if (work) projectWork(sql, lifecycleId, work, before?.work)
  for (const [kind, id] of knownNames(context, entry, was)) sql.insertKnown.run(kind, id, lifecycleId)
}

/** What the changes of one commit are applied with. */
interface Parts {
  readonly sql: Statements
  readonly texts: Texts
  readonly newest: Newest
  readonly time: OwnTime
}

/** Applies one change, or says why not. */
function applyChange(
  { sql, texts, newest, time: { own, clock } }: Parts,
  change: Change,
  work: WorkTexts | undefined,
): CommitOutcome {
  const { lifecycleId, commandId, answer, entry, told, fingerprint } = change
  checkChange(change)
  if (sql.isAnswered.get(lifecycleId, commandId)) return 'duplicate'
  if (entry !== null && answer.accepted) {
    const { record } = answer
    const stored = sql.head.get(lifecycleId)
    const obstacle = obstacleTo(sql, change, record, stored?.version ?? null)
    if (obstacle !== undefined) return obstacle
    const opening = change.expectedVersion === null
    checkChain(change, opening ? genesisHash : String(stored?.head))
    writeRecord(sql, texts, record, entry.hash, opening)
    writeEntry(sql, texts, record, entry)
    project(sql, record, entry, work, newest.written(lifecycleId, entry.prevHash))
    if (told) sql.putTold.run(told.key, told.content, told.counted ? 1 : 0)
  }
  const brief = JSON.stringify(briefOf(answer))
  sql.insertAnswer.run({ lifecycleId, commandId, keptAt: own, clockAt: clock, fingerprint, brief })
  return 'committed'
}

const ownTimeOf = (row: Readonly<Record<string, unknown>> | undefined): OwnTime | undefined =>
  row && { own: Number(row.kept_at), clock: Number(row.clock_at ?? row.kept_at) }

/** Applies all changes of one commit inside a transaction. Answers are forgotten a few at a time, faster than they come. */
export function applyChanges(
  parts: Omit<Parts, 'time'>,
  changes: readonly Change[],
  work: readonly (WorkTexts | undefined)[],
): CommitOutcome[] {
  const [first] = changes
  if (!first) return []
  const { sql } = parts
  const time = ownTimeAfter(ownTimeOf(sql.newestAnswer.get()), first.keptAt)
  sql.forgetAnswers.run(forgottenBefore(time), 100 + 2 * changes.length)
  return changes.map((change, index) => applyChange({ ...parts, time }, change, work[index]))
}
