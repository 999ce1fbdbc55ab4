import type { LifecyclePolicy } from '../domain/index.ts'
import { StoreError } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { genesisHash, type OrderKind } from '../schemas/index.ts'
import { type Owners, ownersOf } from './access.ts'
import { briefOf } from './brief.ts'
import { checkChain, checkChange } from './check-change.ts'
import { frozen } from './frozen.ts'
import { nameOf } from './matches.ts'
import {
  type Binding,
  deviceElsewhere,
  numberElsewhere,
  projectBetween,
  type Resting,
} from './memory-between.ts'
import { keepRows, keyOf, UndoableMap } from './memory-tables.ts'
import { forgottenBefore, type OwnTime, ownTimeAfter } from './own-time.ts'
import {
  endedAt,
  knownNames,
  millisecondsOf,
  type OpenOrder,
  openOrders,
  runningTimers,
} from './projection.ts'
import type {
  Change,
  CommitOutcome,
  EntryPlace,
  HeldElsewhere,
  RunningTimer,
  SealedEntry,
  ToldReport,
  Tombstone,
} from './store.ts'
import type { LifeWork } from './work-rows.ts'

export interface RecordRow {
  version: number
  head: string
  format: number
  openedAt: number
  endedAt: number | null
  since: number | null
  known: ReadonlySet<string>
  changedAt: number
  owners: Owners
  terminalId: string
  /** Frozen: everybody is given this one. */
  record: LifecycleRecord
}

export interface EntryRow {
  seq: number
  prevHash: string
  hash: string
  body: string
  /** In the log. */
  position: number
}

/** One commit, with whose the life was then. */
interface LogRow extends EntryPlace {
  owners: Owners
}

interface Lease {
  lifecycleId: string
  worker: string | null
  claimableAt: number
  attempts: number
}

export interface OrderRow extends Lease {
  orderId: string
  kind: OrderKind
  lastErrorCode: string | null
  failures: number
  parked: boolean
  /** Orders are served in the order they were given. */
  position: number
}

export interface TimerRow extends Lease, RunningTimer {
  /** `due` in milliseconds since 1970. */
  dueAt: number
}

interface InboxRow {
  brief: string
  fingerprint: string | null
  keptAt: number
}

/** The tables of one store; orders and timers by record, entries and answers as text, records frozen, so that nobody outside changes one. */
export class Tables {
  readonly undo: (() => void)[] = []
  readonly records = new UndoableMap<string, RecordRow>(this.undo)
  /** Open lives by acquirer, merchant and terminal number. */
  readonly numbers = new UndoableMap<string, string>(this.undo)
  /** Closed lives by acquirer and terminal number. */
  readonly resting = new UndoableMap<string, readonly Resting[]>(this.undo)
  /** Lives that have a device, by acquirer and serial number. */
  readonly bindings = new UndoableMap<string, readonly Binding[]>(this.undo)
  readonly entries = new UndoableMap<string, readonly EntryRow[]>(this.undo)
  readonly inbox = new UndoableMap<string, InboxRow>(this.undo)
  /** By which answers are forgotten; one row. */
  readonly ownTime = new UndoableMap<'now', OwnTime>(this.undo)
  readonly orders = new UndoableMap<string, readonly OrderRow[]>(this.undo)
  readonly timers = new UndoableMap<string, readonly TimerRow[]>(this.undo)
  /** All entries in the order in which they were committed. */
  readonly log = new UndoableMap<number, LogRow>(this.undo)
  readonly work = new UndoableMap<string, LifeWork>(this.undo)
  readonly tombstones = new UndoableMap<string, Tombstone>(this.undo)
  /** Reports by their keys. */
  readonly told = new UndoableMap<string, ToldReport>(this.undo)
  #position = 0

  /** Nothing is read or written from here on. */
  close(): void {
    const get = (): never => {
      throw new StoreError('closed')
    }
    for (const name of Object.keys(this)) Object.defineProperty(this, name, { get })
  }

  nextPosition(): number {
    this.#position += 1
    return this.#position
  }
}

const numberOf = ({ context: { identity } }: LifecycleRecord) =>
  keyOf(identity.acquirerId, identity.merchantId, identity.terminalId)

function forgetAnswers({ inbox }: Tables, now: OwnTime): void {
  for (const [key, { keptAt }] of inbox.entries()) {
    if (keptAt >= forgottenBefore(now)) return
    inbox.delete(key)
  }
}

/** What keeps the change out, if anything does. */
function obstacleTo(
  tables: Tables,
  { lifecycleId, expectedVersion, exempt = false }: Change,
  record: LifecycleRecord,
): 'conflict' | HeldElsewhere | undefined {
  const opening = expectedVersion === null
  if ((tables.records.get(lifecycleId)?.version ?? null) !== expectedVersion) return 'conflict'
  if (opening && tables.tombstones.has(lifecycleId)) return 'conflict'
  if (opening && endedAt(record) === null && tables.numbers.has(numberOf(record))) return 'conflict'
  if (exempt) return undefined
  return (opening ? numberElsewhere(tables, record) : undefined) ?? deviceElsewhere(tables, record)
}

/** What failed before is not counted any more, and whoever held it then holds it no longer. */
const revived = { worker: null, claimableAt: 0, failures: 0, parked: false } as const
const fresh = { worker: null, claimableAt: 0, attempts: 0 } as const

/** Rows that still stand keep who holds them and how often they were tried. */
function project(tables: Tables, record: LifecycleRecord): void {
  const { lifecycleId } = record
  const [orders, timers] = [tables.orders.get(lifecycleId), tables.timers.get(lifecycleId)]
  const orderRow = ({ orderId, kind, isParked }: OpenOrder): OrderRow => {
    const row = orders?.find((one) => one.orderId === orderId)
    if (row?.parked && !isParked) return { ...row, ...revived }
    if (row) return { ...row, parked: isParked }
    const position = tables.nextPosition()
    return {
      ...fresh,
      lifecycleId,
      orderId,
      kind,
      lastErrorCode: null,
      failures: 0,
      parked: isParked,
      position,
    }
  }
  const timerRow = ({ deadlineId, due }: RunningTimer): TimerRow =>
    timers?.find((row) => row.deadlineId === deadlineId && row.due === due) ?? {
      ...fresh,
      lifecycleId,
      deadlineId,
      due,
      dueAt: millisecondsOf(due),
    }
  keepRows(tables.orders, lifecycleId, openOrders(record).map(orderRow))
  keepRows(tables.timers, lifecycleId, runningTimers(record).map(timerRow))
}

function logEntry(tables: Tables, record: LifecycleRecord, sealed: SealedEntry): void {
  const { lifecycleId } = record
  const { prevHash, hash, ...entry } = sealed
  const { seq } = entry
  const position = tables.log.size
  const row: EntryRow = { seq, prevHash, hash, body: JSON.stringify(entry), position }
  tables.log.set(position, { lifecycleId, seq, owners: ownersOf(record) })
  tables.entries.set(lifecycleId, [...(tables.entries.get(lifecycleId) ?? []), row])
}

/** The end of the life that had its number before, its own opening where the two overlap; `null`: it is the first. */
function sinceOf(
  { records, tombstones }: Tables,
  { at, lifecycleId, context: { identity } }: LifecycleRecord,
): number | null {
  const { acquirerId, terminalId } = identity
  const openedAt = millisecondsOf(at)
  const ends = [...records.entries()]
    .filter(
      ([id, row]) =>
        id !== lifecycleId && row.owners.acquirerId === acquirerId && row.terminalId === terminalId,
    )
    .map(([, row]) => Math.min(row.endedAt ?? openedAt, openedAt))
  const purgedEnds = [...tombstones.values()]
    .filter((one) => one.acquirerId === acquirerId && one.terminalId === terminalId)
    .map(({ closedAt }) => millisecondsOf(closedAt))
    .filter((end) => end <= openedAt)
  return ends.length + purgedEnds.length === 0 ? null : Math.max(...ends, ...purgedEnds)
}

/** A policy is its caller's, who may go on changing it; it is copied when a life is opened, and stays. */
function withOwnPolicy(record: LifecycleRecord, own: LifecyclePolicy | undefined): LifecycleRecord {
  const { context } = record
  const policy = own ?? structuredClone(context.policy)
  return frozen({ ...record, context: { ...context, policy } })
}

function keepRecord(tables: Tables, change: Change, record: LifecycleRecord, entry: SealedEntry): void {
  const { lifecycleId } = change
  const row = tables.records.get(lifecycleId)
  checkChain(change, row?.head ?? genesisHash)
  tables.records.set(lifecycleId, {
    version: record.version,
    head: entry.hash,
    format: record.format,
    openedAt: row?.openedAt ?? millisecondsOf(record.at),
    endedAt: endedAt(record),
    since: row ? row.since : sinceOf(tables, record),
    known: new Set([...(row?.known ?? []), ...knownNames(record.context, entry).map(nameOf)]),
    changedAt: millisecondsOf(record.at),
    owners: ownersOf(record),
    terminalId: record.context.identity.terminalId,
    record: withOwnPolicy(record, row?.record.context.policy),
  })
  if (endedAt(record) === null) tables.numbers.set(numberOf(record), lifecycleId)
  else if (tables.numbers.get(numberOf(record)) === lifecycleId) tables.numbers.delete(numberOf(record))
  logEntry(tables, record, entry)
  projectBetween(tables, record)
  project(tables, record)
}

/** Applies one change, or says why not. */
function applyChange(
  tables: Tables,
  change: Change,
  work: LifeWork | undefined,
  { own: keptAt }: OwnTime,
): CommitOutcome {
  const { lifecycleId, commandId, answer, entry, told, fingerprint } = change
  checkChange(change)
  const key = keyOf(lifecycleId, commandId)
  if (tables.inbox.has(key)) return 'duplicate'
  if (entry !== null && answer.accepted) {
    const obstacle = obstacleTo(tables, change, answer.record)
    if (obstacle !== undefined) return obstacle
    keepRecord(tables, change, answer.record, entry)
    if (work) tables.work.set(lifecycleId, work)
    if (told) tables.told.set(told.key, { ...told })
  }
  tables.inbox.set(key, { brief: JSON.stringify(briefOf(answer)), fingerprint, keptAt })
  return 'committed'
}

/** Applies all changes of one commit; an error leaves a part of them behind for the transaction to take back. */
export function applyChanges(
  tables: Tables,
  changes: readonly Change[],
  work: readonly (LifeWork | undefined)[],
): CommitOutcome[] {
  const [first] = changes
  if (!first) return []
  const now = ownTimeAfter(tables.ownTime.get('now'), first.keptAt)
  tables.ownTime.set('now', now)
  forgetAnswers(tables, now)
  return changes.map((change, index) => applyChange(tables, change, work[index], now))
}
