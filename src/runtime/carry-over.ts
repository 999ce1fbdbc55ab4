import { type Accepted, assertInvariants, type JournalEntry, recordFormat } from '../machine/index.ts'
import { sealEntry } from '../schemas/index.ts'
import type { Environment } from './environment.ts'
import { millisecondsOf } from './projection.ts'
import type { Change, CommitOutcome, StoredRecord } from './store.ts'
import { systemOf } from './system-actor.ts'

export interface CarryOverParts {
  commit: (change: Change) => Promise<CommitOutcome>
  environment: Environment
  now: () => string
}

/** Is it stored as an older release wrote it? */
export const isOld = ({ format }: StoredRecord): boolean => format < recordFormat

/** Of the entry; the door lets nobody else use it. */
const commandId = `migrate:${recordFormat}`

const laterOf = (one: string, other: string) => (millisecondsOf(one) < millisecondsOf(other) ? other : one)

/** Carries a life over, or only says whether it can be: then it is as if somebody else were faster. */
export type CarryOver = (
  stored: StoredRecord,
  options?: { dryRun: boolean },
) => Promise<StoredRecord | undefined>

/**
 * Writes down that a life goes on in today's format: an entry that holds the record as it stands from here, so that no rule of
 * today judges what was accepted under those of its day. Nothing else changes, neither the state nor orders and clocks.
 * `undefined`: somebody else was faster.
 */
export const createCarryOver =
  ({ commit, environment, now }: CarryOverParts): CarryOver =>
  async ({ record: before, head, format }, { dryRun } = { dryRun: false }) => {
    const record = { ...before, version: before.version + 1 }
    assertInvariants(record)
    const { lifecycleId, version, value, context } = record
    const entry: JournalEntry = {
      ...{ seq: version, version, at: laterOf(now(), before.at), commandId },
      actor: systemOf(context),
      cause: { migrated: record, from: format },
      ...{ from: value, to: value, orderIds: [], issues: [] },
    }
    const answer: Accepted = {
      ...{ accepted: true, noop: false, record, entry },
      ...{ orders: [], deadlines: [], issues: [] },
    }
    const sealed = await sealEntry(entry, head)
    if (dryRun) return { record, head: sealed.hash, format: recordFormat }
    const outcome = await commit({
      ...{ lifecycleId, commandId, fingerprint: null, expectedVersion: before.version, answer },
      ...{ entry: sealed, keptAt: environment.now() },
    })
    return outcome === 'committed' ? { record, head: sealed.hash, format: recordFormat } : undefined
  }
