import type { LifecycleRecord } from '../machine/index.ts'
import { frozen } from './frozen.ts'
import type { PolicyNames } from './policy-names.ts'
import type { Change, CommitOutcome, StoredRecord } from './store.ts'
import type { WorkTexts } from './work-columns.ts'

/** Records at most; the one that was written longest ago goes first. */
const mostKept = 1_000

/** What this process wrote of a life with one entry: what has not changed since then stands in the file. */
export interface Written {
  readonly record: LifecycleRecord
  readonly work: WorkTexts
}

/** Records as this process has last written or read them: whoever goes on from one need not take its text apart again. */
export interface Newest {
  /** Only where it was made by the entry that is the newest in the file: others write too, and files are put back from copies. */
  get(lifecycleId: string, head: unknown): StoredRecord | undefined
  keep(stored: StoredRecord): StoredRecord
  /** With the entry of this hash, and by this process: what is only read may lack rows that an older release did not write. */
  written(lifecycleId: string, head: string): Written | undefined
  /** What was committed of these, with its work; never before the transaction has ended. */
  keepCommitted(
    changes: readonly Change[],
    outcomes: readonly CommitOutcome[],
    work: readonly (WorkTexts | undefined)[],
  ): void
}

export function createNewest(policies: Pick<PolicyNames, 'own'>): Newest {
  const kept = new Map<string, { stored: StoredRecord; work: WorkTexts | undefined }>()

  /** Frozen, because callers have it too; but for their policy, which is theirs, and has its like here. */
  function keep({ record: given, ...rest }: StoredRecord, work?: WorkTexts): StoredRecord {
    const { context } = given
    const record = frozen({ ...given, context: { ...context, policy: policies.own(context.policy) } })
    const stored = { ...rest, record }
    // Taken out first: one that is there already drives no other one out, and goes behind all of them.
    kept.delete(record.lifecycleId)
    kept.set(record.lifecycleId, { stored, work })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return stored
  }
  function find(lifecycleId: string, head: unknown) {
    const found = kept.get(lifecycleId)
    return found?.stored.head === head ? found : undefined
  }
  return {
    keep: (stored) => keep(stored),
    get: (lifecycleId, head) => find(lifecycleId, head)?.stored,
    written(lifecycleId, head) {
      const found = find(lifecycleId, head)
      return found?.work && { record: found.stored.record, work: found.work }
    },
    keepCommitted(changes, outcomes, work) {
      for (const [index, { answer, entry }] of changes.entries())
        if (outcomes[index] === 'committed' && answer.accepted && entry !== null)
          keep({ record: answer.record, head: entry.hash, format: answer.record.format }, work[index])
    },
  }
}
