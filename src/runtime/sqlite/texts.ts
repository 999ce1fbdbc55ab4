import type { JournalEntry, LifecycleRecord } from '../../machine/index.ts'
import type { PolicyNames } from '../policy-names.ts'
import { contextText, type EntryRow, entryText, type RecordRow, readEntry, readRecord } from '../row-texts.ts'
import type { SealedEntry } from '../store.ts'
import { policiesIn } from './policies.ts'
import type { Statements } from './statements.ts'

/** Records and entries as they are written and read, whose policies stand in the same file. */
export interface Texts {
  contextText: (sql: Statements, record: LifecycleRecord) => string
  entryText: (sql: Statements, entry: JournalEntry) => string
  recordOf: (sql: Statements, row: RecordRow) => LifecycleRecord
  entryOf: (sql: Statements, row: EntryRow, lifecycleId: string) => SealedEntry
}

export const createTexts = (policies: PolicyNames): Texts => ({
  contextText: (sql, record) => contextText(policiesIn(sql, policies), record),
  entryText: (sql, entry) => entryText(policiesIn(sql, policies), entry),
  recordOf: (sql, row) => readRecord(policiesIn(sql, policies), row),
  entryOf: (sql, row, lifecycleId) => readEntry(policiesIn(sql, policies), row, lifecycleId),
})
