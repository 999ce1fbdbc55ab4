import type { LifecyclePolicy } from '../domain/index.ts'
import type { JournalEntry, LifecycleRecord } from '../machine/index.ts'
import type { SealedEntry } from './store.ts'
import { entryFrom, entryPlace, jsonFrom, type Place, recordFrom } from './stored.ts'

// Type aliases, not interfaces: the rows of node:sqlite are typed by index, and only an alias can be read as one of them.
export type RecordRow = {
  lifecycle_id: string
  format: number
  machine_version: string
  version: number
  at: string
  value: string
  context: string
  head: string
}
export type EntryRow = { seq: number; prev_hash: string; hash: string; body: string }

/** Where policies stand that records and entries name. */
export interface PolicyHome {
  /** Of one that is written with what names it. */
  nameOf(policy: LifecyclePolicy): string
  read(name: string, place: Place): unknown
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined

/** A record is written with its policy by its name. */
export const contextText = (policies: PolicyHome, { context }: LifecycleRecord): string =>
  JSON.stringify({ ...context, policy: policies.nameOf(context.policy) })

/** An event says again who sent it, when, and its number: nobody, where that is what the entry says. */
function causeOf(policies: PolicyHome, { cause, ...entry }: JournalEntry): unknown {
  if ('opened' in cause) return { ...cause, policy: policies.nameOf(cause.policy) }
  if ('migrated' in cause) {
    const { context } = cause.migrated
    const policy = policies.nameOf(context.policy)
    return { ...cause, migrated: { ...cause.migrated, context: { ...context, policy } } }
  }
  if (!('type' in cause)) return cause
  const { by, at, seq, ...event } = cause
  return by === entry.actor && at === entry.at && seq === entry.seq ? { ...event, by: null } : cause
}

function wholeCause(policies: PolicyHome, stored: Fields, lifecycleId: string): unknown {
  const cause = fieldsOf(stored.cause)
  const place = entryPlace(lifecycleId, Number(stored.seq))
  if (cause && typeof cause.policy === 'string' && 'opened' in cause)
    return { ...cause, policy: policies.read(cause.policy, place) }
  const migrated = fieldsOf(cause?.migrated)
  const context = fieldsOf(migrated?.context)
  if (typeof context?.policy === 'string') {
    const policy = policies.read(context.policy, place)
    return { ...cause, migrated: { ...migrated, context: { ...context, policy } } }
  }
  return cause?.by === null ? { ...cause, by: stored.actor, at: stored.at, seq: stored.seq } : stored.cause
}

/** An entry is written with its policy by its name, and with what stands twice in it once. */
export const entryText = (policies: PolicyHome, entry: JournalEntry): string =>
  JSON.stringify({ ...entry, cause: causeOf(policies, entry) })

export function readRecord(policies: PolicyHome, row: RecordRow): LifecycleRecord {
  const { lifecycle_id: lifecycleId, format, machine_version: machineVersion, version, at } = row
  const value = jsonFrom(row.value, { lifecycleId, path: '/value' })
  const place = { lifecycleId, path: '/context' }
  const stored = jsonFrom(row.context, place)
  const named = fieldsOf(stored)?.policy
  const context =
    typeof named === 'string' ? { ...fieldsOf(stored), policy: policies.read(named, place) } : stored
  return recordFrom({ format, machineVersion, lifecycleId, version, at, value, context }, lifecycleId)
}

export function readEntry(
  policies: PolicyHome,
  { seq, prev_hash: prevHash, hash, body }: EntryRow,
  lifecycleId: string,
): SealedEntry {
  const place = entryPlace(lifecycleId, seq)
  const stored = jsonFrom(body, place)
  const fields = fieldsOf(stored)
  const whole = fields ? { ...fields, cause: wholeCause(policies, fields, lifecycleId) } : stored
  return entryFrom(whole, { seq, prevHash, hash }, place)
}
