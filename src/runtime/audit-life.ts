import type { FindingCode } from '../domain/index.ts'
import { isTerminalLifecycleError, readNumbers } from '../errors/index.ts'
import { type LifecycleRecord, trimmed } from '../machine/index.ts'
import { canonicalJson, genesisHash, isUnaltered } from '../schemas/index.ts'
import { type Calendar, createRetell } from './as-it-was.ts'
import { isOld } from './carry-over.ts'
import { nextTurn } from './environment.ts'
import { millisecondsOf, openOrders, runningTimers } from './projection.ts'
import { isSameJson } from './same-json.ts'
import type { RunningTimer, SealedEntry, Store, StoredRecord, WaitingOrder } from './store.ts'
import { type WorkRow, workOf } from './work-of.ts'

/** One thing that a stored life has wrong. */
export interface Finding {
  lifecycleId: string
  code: FindingCode
  /** In English, for the operator; never a value of the record. */
  detail: string
}

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

type Add = (code: FindingCode, detail: string) => void

const wordsOf = (error: unknown): string =>
  isTerminalLifecycleError(error)
    ? `${error.code}: ${error.message}`
    : 'It failed with an error of another library.'

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
    if (entry.seq !== index) return add('CHAIN_BROKEN', `Entry ${index} is missing.`)
    if (entry.prevHash !== last)
      return add('CHAIN_BROKEN', `Entry ${index} does not continue the one before.`)
    if (!(await isUnaltered(entry))) return add('CHAIN_BROKEN', `Entry ${index} was altered.`)
    last = entry.hash
  }
  if (last !== head) add('CHAIN_BROKEN', 'The record was not made by its newest entry.')
  if (entries.length !== version + 1) add('CHAIN_BROKEN', `Version ${version} has ${entries.length} entries.`)
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
    add: Add,
  ): Promise<void> {
    try {
      const told = await retell(entries)
      // an earlier release kept more of what had ended: what the next step finds has to be the same
      if (!isSameJson(told, record) && !isSameJson(trimmed(told), trimmed(record)))
        add('FOLD_DIFFERS', 'The journal tells another record.')
    } catch (error) {
      add('FOLD_DIFFERS', wordsOf(error))
    }
  }

  function checkWork({ record, orders, timers, work }: Picture, options: AuditLimits, add: Add): void {
    const { stuckAfter, overdueMs } = readLimits(options)
    const ordered = openOrders(record).map(({ orderId, kind, isParked }) => `${orderId} ${kind} ${isParked}`)
    // An index that says of an order another life than its row does is damaged. Under a kind that is none it would never be claimed.
    const stored = orders.map(({ orderId, lifecycleId, kind, parked }) =>
      lifecycleId === record.lifecycleId ? `${orderId} ${kind} ${parked}` : '',
    )
    if (!sameSet(ordered, stored)) add('WORK_DIFFERS', 'Order rows differ from the record.')
    const named = ({ deadlineId, due }: RunningTimer) => `${deadlineId} ${due}`
    if (!sameSet(runningTimers(record).map(named), timers.map(named))) {
      add('WORK_DIFFERS', 'Timer rows differ from the record.')
    }
    if (!sameSet(workOf(record).map(canonicalJson), work.map(canonicalJson))) {
      add('WORK_DIFFERS', 'Rows of the work list differ from the record.')
    }
    for (const { orderId, kind, attempts, lastErrorCode } of orders) {
      if (attempts < stuckAfter) continue
      add(
        'ORDER_STUCK',
        `${kind} ${orderId} was tried ${attempts} times, last ${lastErrorCode ?? 'without result'}.`,
      )
    }
    const latest = millisecondsOf(now()) - overdueMs
    for (const { deadlineId, due } of timers) {
      if (millisecondsOf(due) < latest) add('DEADLINE_OVERDUE', `${deadlineId} was due at ${due}.`)
    }
  }

  async function check(picture: Picture, limits: AuditLimits, add: Add): Promise<void> {
    const { record, head, entries } = picture
    await checkChain(entries, head, record.version, add)
    // the rules of today cannot retell a life that is still told in an older format
    if (!isOld(picture)) await checkFold(entries, record, add)
    checkWork(picture, limits, add)
  }

  /** What is found counts only if nobody wrote meanwhile: otherwise it may be a difference that never was. */
  async function auditStill(
    lifecycleId: string,
    limits: AuditLimits,
  ): Promise<readonly Finding[] | undefined> {
    for (;;) {
      const picture = await pictureOf(store, lifecycleId)
      if (!picture) return undefined
      const findings: Finding[] = []
      await check(picture, limits, (code, detail) => findings.push({ lifecycleId, code, detail }))
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
      return [{ lifecycleId, code: codeOf(error), detail: wordsOf(error) }]
    }
  }
}
