import { frozen } from '../frozen.ts'
import type { Change, CommitOutcome, StoredRecord } from '../store.ts'
import type { Policies } from './policies.ts'

/** Records at most; the one that was written longest ago goes first. */
const mostKept = 1_000

/** Records as this process has last written or read them: whoever goes on from one need not take its text apart again. */
export interface Newest {
  /** Only where it was made by the entry that is the newest in the file: others write too, and files are put back from copies. */
  get(lifecycleId: string, head: unknown): StoredRecord | undefined
  keep(stored: StoredRecord): StoredRecord
  /** What was committed of these; never before the transaction has ended. */
  keepCommitted(changes: readonly Change[], outcomes: readonly CommitOutcome[]): void
}

export function createNewest(policies: Policies): Newest {
  const kept = new Map<string, StoredRecord>()

  /** Frozen, because callers have it too; but for their policy, which is theirs, and has its like here. */
  const keep: Newest['keep'] = ({ record: given, ...stored }) => {
    const { context } = given
    const record = frozen({ ...given, context: { ...context, policy: policies.own(context.policy) } })
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.delete(record.lifecycleId)
    kept.set(record.lifecycleId, { ...stored, record })
    return { ...stored, record }
  }
  return {
    keep,
    get(lifecycleId, head) {
      const found = kept.get(lifecycleId)
      return found?.head === head ? found : undefined
    },
    keepCommitted(changes, outcomes) {
      for (const [index, { answer, entry }] of changes.entries())
        if (outcomes[index] === 'committed' && answer.accepted && entry !== null)
          keep({ record: answer.record, head: entry.hash, format: answer.record.format })
    },
  }
}
