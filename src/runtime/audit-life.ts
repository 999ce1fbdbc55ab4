import type { FindingCode } from '../domain/index.ts'
import { isTerminalLifecycleError, readNumbers } from '../errors/index.ts'
import { type LifecycleRecord, trimmed } from '../machine/index.ts'
import { canonicalJson, genesisHash, isUnaltered } from '../schemas/index.ts'
import { type Calendar, createRetell } from './as-it-was.ts'
import { isOld } from './carry-over.ts'
import { nextTurn } from './environment.ts'
import { type Finding, type FindingDetail, type FindingDetails, found } from './finding-details.ts'
import { millisecondsOf, openOrders, runningTimers } from './projection.ts'
import { isSameJson } from './same-json.ts'
import type { RunningTimer, SealedEntry, Store, StoredRecord, WaitingOrder } from './store.ts'
import { type WorkRow, workOf } from './work-of.ts'

/** From when on something that waits is found. */
export interface AuditLimits {
  /** Attempts from which an order counts as stuck; 20 when left out, some five minutes of failures. */
  stuckAfter?: number | undefined
  /** Milliseconds of business time after which a deadline counts as overdue; an hour when left out. */
  overdueMs?: number | undefined
}

/** @throws InvalidInputError for what is no number of attempts, or no time: under it nothing would be found. */
export const readLimits = (given: AuditLimits) =>
  readNumbers(given, {
    stuckAfter: { usual: 20, least: 1, endless: true },
    overdueMs: { usual: 3_600_000, least: 0, endless: true },
  })

export interface AuditParts {
  store: Store
  calendar: Calendar
  now: () => string
}

/** Entries looked at without a pause. */
const atATime = 50

type Add = <Name extends FindingDetail>(code: FindingCode, why: Name, values: FindingDetails[Name]) => void

const failed = (lifecycleId: string, code: FindingCode, error: unknown): Finding => {
  if (!isTerminalLifecycleError(error)) return found(lifecycleId, code, 'FAILED_ELSEWHERE', {})
  const { code: name, message } = error
  const place = error.code === 'CORRUPT_RECORD' ? (error.invariant ?? error.path) : ''
  return found(lifecycleId, code, 'FAILED', { error: name, place, message })
}

/** One record that cannot be read keeps nobody from auditing the others, whatever is wrong with it. */
const codeOf = (error: unknown): FindingCode =>
  isTerminalLifecycleError(error) && error.code === 'CORRUPT_RECORD' && error.invariant !== null
    ? 'INVARIANT_VIOLATED'
    : 'UNREADABLE'

/** A store of somebody else's that only failed with one life says more of that life than of itself; so does one that found it damaged. */
const isDown = (error: unknown): boolean =>
  isTerminalLifecycleError(error) &&
  error.code === 'STORE_FAILED' &&
  error.reason === '' &&
  error.failure !== 'damaged'

async function readJournal(store: Store, lifecycleId: string): Promise<readonly SealedEntry[]> {
  const entries: SealedEntry[] = []
  for await (const entry of store.journal(lifecycleId)) entries.push(entry)
  return entries
}

/** All that is stored of one record. */
interface Picture extends StoredRecord {
  entries: readonly SealedEntry[]
  orders: readonly WaitingOrder[]
  timers: readonly RunningTimer[]
  work: readonly WorkRow[]
}

async function pictureOf(store: Store, lifecycleId: string): Promise<Picture | undefined> {
  const stored = await store.load(lifecycleId)
  if (!stored) return undefined
  const entries = await readJournal(store, lifecycleId)
  const orders = await store.waiting(lifecycleId)
  const timers = await store.timers(lifecycleId)
  const work = await store.workOf(lifecycleId)
  return { ...stored, entries, orders, timers, work }
}

async function checkChain(
  entries: readonly SealedEntry[],
  head: string,
  version: number,
  add: Add,
): Promise<void> {
  let last = genesisHash
  for (const [index, entry] of entries.entries()) {
    if (index % atATime === atATime - 1) await nextTurn()
    if (entry.seq !== index) return add('CHAIN_BROKEN', 'ENTRY_MISSING', { entry: index })
    if (entry.prevHash !== last) return add('CHAIN_BROKEN', 'ENTRY_UNLINKED', { entry: index })
    if (!(await isUnaltered(entry))) return add('CHAIN_BROKEN', 'ENTRY_ALTERED', { entry: index })
    last = entry.hash
  }
  if (last !== head) add('CHAIN_BROKEN', 'HEAD_DIFFERS', {})
  if (entries.length !== version + 1)
    add('CHAIN_BROKEN', 'ENTRIES_DIFFER', { version, entries: entries.length })
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n')

/** What is wrong with one life; `undefined`: there is none. */
export type AuditLife = (lifecycleId: string, limits: AuditLimits) => Promise<readonly Finding[] | undefined>

export function createAuditLife({ store, calendar, now }: AuditParts): AuditLife {
  const retell = createRetell(calendar)

  async function checkFold(
    entries: readonly SealedEntry[],
    record: LifecycleRecord,
    add: (finding: Finding) => void,
  ): Promise<void> {
    const { lifecycleId } = record
    try {
      const told = await retell(entries)
      // an earlier release kept more of what had ended: what the next step finds has to be the same
      if (!isSameJson(told, record) && !isSameJson(trimmed(told), trimmed(record)))
        add(found(lifecycleId, 'FOLD_DIFFERS', 'RECORD_DIFFERS', {}))
    } catch (error) {
      add(failed(lifecycleId, 'FOLD_DIFFERS', error))
    }
  }

  function checkWork({ record, orders, timers, work }: Picture, options: AuditLimits, add: Add): void {
    const { stuckAfter, overdueMs } = readLimits(options)
    const ordered = openOrders(record).map(({ orderId, kind, isParked }) => `${orderId} ${kind} ${isParked}`)
    // An index that says of an order another life than its row does is damaged. Under a kind that is none it would never be claimed.
    const stored = orders.map(({ orderId, lifecycleId, kind, parked }) =>
      lifecycleId === record.lifecycleId ? `${orderId} ${kind} ${parked}` : '',
    )
    if (!sameSet(ordered, stored)) add('WORK_DIFFERS', 'ORDERS_DIFFER', {})
    const named = ({ deadlineId, due }: RunningTimer) => `${deadlineId} ${due}`
    if (!sameSet(runningTimers(record).map(named), timers.map(named))) {
      add('WORK_DIFFERS', 'TIMERS_DIFFER', {})
    }
    if (!sameSet(workOf(record).map(canonicalJson), work.map(canonicalJson))) {
      add('WORK_DIFFERS', 'WORK_LIST_DIFFERS', {})
    }
    for (const { orderId, kind, attempts, lastErrorCode } of orders) {
      if (attempts < stuckAfter) continue
      add('ORDER_STUCK', 'TRIED_OFTEN', { order: kind, orderId, attempts, last: lastErrorCode ?? '' })
    }
    const latest = millisecondsOf(now()) - overdueMs
    for (const { deadlineId, due } of timers) {
      if (millisecondsOf(due) < latest) add('DEADLINE_OVERDUE', 'LONG_PAST', { deadlineId, due })
    }
  }

  async function check(picture: Picture, limits: AuditLimits): Promise<readonly Finding[]> {
    const { record, head, entries } = picture
    const findings: Finding[] = []
    const add: Add = (code, why, values) => findings.push(found(record.lifecycleId, code, why, values))
    await checkChain(entries, head, record.version, add)
    // the rules of today cannot retell a life that is still told in an older format
    if (!isOld(picture)) await checkFold(entries, record, (finding) => findings.push(finding))
    checkWork(picture, limits, add)
    return findings
  }

  /** What is found counts only if nobody wrote meanwhile: otherwise it may be a difference that never was. */
  async function auditStill(
    lifecycleId: string,
    limits: AuditLimits,
  ): Promise<readonly Finding[] | undefined> {
    for (;;) {
      const picture = await pictureOf(store, lifecycleId)
      if (!picture) return undefined
      const findings = await check(picture, limits)
      if (findings.length === 0) return findings
      if ((await store.load(lifecycleId))?.head === picture.head) return findings
    }
  }

  return async (lifecycleId, limits) => {
    await nextTurn()
    try {
      return await auditStill(lifecycleId, limits)
    } catch (error) {
      if (isDown(error)) throw error
      return [failed(lifecycleId, codeOf(error), error)]
    }
  }
}
