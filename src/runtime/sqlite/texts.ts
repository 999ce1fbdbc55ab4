import type { JournalEntry, LifecycleRecord } from '../../machine/index.ts'
import type { SealedEntry } from '../store.ts'
import { entryFrom, entryPlace, jsonFrom, recordFrom } from '../stored.ts'
import type { Policies } from './policies.ts'
import type { Statements } from './statements.ts'

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

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined

/** Records and entries as they are written: a policy by its name, and what stands twice in an entry once. */
export function createTexts(policies: Policies) {
  const contextText = (sql: Statements, { context }: LifecycleRecord): string =>
    JSON.stringify({ ...context, policy: policies.nameOf(sql, context.policy) })

  /** An event says again who sent it, when, and its number: nobody, where that is what the entry says. */
  function causeOf(sql: Statements, { cause, ...entry }: JournalEntry): unknown {
    if ('opened' in cause) return { ...cause, policy: policies.nameOf(sql, cause.policy) }
    if ('migrated' in cause) {
      const { context } = cause.migrated
      const policy = policies.nameOf(sql, context.policy)
      return { ...cause, migrated: { ...cause.migrated, context: { ...context, policy } } }
    }
    if (!('type' in cause)) return cause
    const { by, at, seq, ...event } = cause
    return by === entry.actor && at === entry.at && seq === entry.seq ? { ...event, by: null } : cause
  }

  function wholeCause(sql: Statements, stored: Fields, lifecycleId: string): unknown {
    const cause = fieldsOf(stored.cause)
    const place = entryPlace(lifecycleId, Number(stored.seq))
    if (cause && typeof cause.policy === 'string' && 'opened' in cause)
      return { ...cause, policy: policies.read(sql, cause.policy, place) }
    const migrated = fieldsOf(cause?.migrated)
    const context = fieldsOf(migrated?.context)
    if (typeof context?.policy === 'string') {
      const policy = policies.read(sql, context.policy, place)
      return { ...cause, migrated: { ...migrated, context: { ...context, policy } } }
    }
    return cause?.by === null ? { ...cause, by: stored.actor, at: stored.at, seq: stored.seq } : stored.cause
  }

  return {
    contextText,
    entryText: (sql: Statements, entry: JournalEntry): string =>
      JSON.stringify({ ...entry, cause: causeOf(sql, entry) }),

    recordOf(sql: Statements, row: RecordRow): LifecycleRecord {
      const { lifecycle_id: lifecycleId, format, machine_version: machineVersion, version, at } = row
      const value = jsonFrom(row.value, { lifecycleId, path: '/value' })
      const place = { lifecycleId, path: '/context' }
      const stored = jsonFrom(row.context, place)
      const named = fieldsOf(stored)?.policy
      const context =
        typeof named === 'string' ? { ...fieldsOf(stored), policy: policies.read(sql, named, place) } : stored
      return recordFrom({ format, machineVersion, lifecycleId, version, at, value, context }, lifecycleId)
    },

    entryOf(
      sql: Statements,
      { seq, prev_hash: prevHash, hash, body }: EntryRow,
      lifecycleId: string,
    ): SealedEntry {
      const place = entryPlace(lifecycleId, seq)
      const stored = jsonFrom(body, place)
      const fields = fieldsOf(stored)
      const whole = fields ? { ...fields, cause: wholeCause(sql, fields, lifecycleId) } : stored
      return entryFrom(whole, { seq, prevHash, hash }, place)
    },
  }
}

export type Texts = ReturnType<typeof createTexts>
