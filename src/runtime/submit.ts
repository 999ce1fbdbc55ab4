import { VersionConflictError } from '../errors/index.ts'
import {
  type Accepted,
  type Answer,
  assertInvariants,
  type Command,
  type LifecycleRecord,
} from '../machine/index.ts'
import { sealEntry } from '../schemas/index.ts'
import { isExempt, refusalFor } from './between.ts'
import { type CarryOver, isOld } from './carry-over.ts'
import { invalidInput } from './door.ts'
import type { Environment } from './environment.ts'
import { checkFingerprint } from './fingerprint.ts'
import type { InTurn } from './in-turn.ts'
import type { Stepped } from './known-reports.ts'
import { createNaming } from './naming.ts'
import type { Recall } from './recall.ts'
import type { Change, CommitOutcome, HeldElsewhere, Store } from './store.ts'
import type { WatchedStore } from './unreadable.ts'

/** A process that writes one record without a pause can win every race; for so long the others keep trying. */
const mostTries = 100
const longestPause = 50

interface Submission {
  lifecycleId: string
  commandId: string
  /** `null` when the runtime sends it: what it tells under one id may differ between attempts, and the first one stands. */
  fingerprint: string | null
  expectedVersion?: number | undefined
  /** May throw: then nothing is kept, and the command can be sent again. */
  command: (record: LifecycleRecord) => Command | Promise<Command>
  /** Default true. A worker asks again later and must then get another answer. */
  keepRefusal?: boolean | undefined
}

export type Submit = (submission: Submission) => Promise<Answer>

export interface SubmitParts {
  store: WatchedStore
  commit: (change: Change) => Promise<CommitOutcome>
  step: (record: LifecycleRecord, command: Command) => Promise<Stepped>
  recall: Recall
  carryOver: CarryOver
  environment: Environment
  inTurn: InTurn
}

/** The entry of an accepted command, tied to the newest stored one. */
export const sealAnswer = async ({ entry }: Accepted, head: string) => entry && (await sealEntry(entry, head))

/** Nobody who has seen a record hears of a conflict because it was carried over to another format since. */
async function hasSeen(
  store: Store,
  { lifecycleId, version }: LifecycleRecord,
  seen: number,
): Promise<boolean> {
  if (seen === version) return true
  if (seen !== version - 1) return false
  for await (const { cause } of store.journal(lifecycleId, seen)) return 'migrated' in cause
  return false
}

/**
 * The way of every command: answered before, then the same answer; else one step from the stored record, committed only if
 * the record is still what it was. Whoever loses that race starts again. A life in an older format is carried over first.
 */
export function createSubmit({
  store,
  commit,
  step,
  recall,
  carryOver,
  environment,
  inTurn,
}: SubmitParts): Submit {
  const named = createNaming({ store, step })

  /** What another life has is a refusal like any other, and kept like one: after it was mended it takes a new command. */
  async function refuse(
    { keepRefusal }: Submission,
    change: Change,
    record: LifecycleRecord,
    held: HeldElsewhere,
  ): Promise<Answer | number> {
    const answer = refusalFor(record, held)
    if (keepRefusal === false) return answer
    const outcome = await commit({ ...change, answer, entry: null })
    return outcome === 'committed' ? answer : record.version
  }

  /** The answer, or the version whose race was lost. */
  async function attempt(submission: Submission): Promise<Answer | number> {
    const { lifecycleId, commandId, fingerprint, expectedVersion } = submission
    const kept = await store.answered(lifecycleId, commandId)
    if (kept) {
      checkFingerprint(kept, fingerprint)
      return recall(lifecycleId, kept.brief)
    }
    const stored = await store.newest(lifecycleId)
    if (!stored) throw invalidInput('/lifecycleId', 'LIFECYCLE_UNKNOWN')
    const { version } = stored.record
    if (expectedVersion !== undefined && !(await hasSeen(store, stored.record, expectedVersion))) {
      throw new VersionConflictError({ lifecycleId, expected: expectedVersion, actual: version })
    }
    const current = isOld(stored) ? await carryOver(stored) : stored
    if (!current) return version
    const { record, head } = current
    const command = await submission.command(record)
    const { answer, told } = await named(record, command, submission)
    if (!answer.accepted && submission.keepRefusal === false) return answer
    // What would be refused when it is read must not be written: such a record could never be moved again.
    if (answer.accepted) assertInvariants(answer.record, record)
    const entry = answer.accepted ? await sealAnswer(answer, head) : null
    const keptAt = environment.now()
    const change = {
      lifecycleId,
      commandId,
      fingerprint,
      expectedVersion: record.version,
      answer,
      entry,
      told,
      keptAt,
      exempt: isExempt(command),
    }
    const outcome = await commit(change)
    if (typeof outcome === 'object') return refuse(submission, change, record, outcome)
    if (outcome !== 'committed') return record.version
    return answer
  }

  async function submit(submission: Submission): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const result = await attempt(submission)
      if (typeof result === 'object') return result
      const { lifecycleId } = submission
      if (tries === mostTries) throw new VersionConflictError({ lifecycleId, expected: result })
      await environment.sleep(environment.random() * Math.min(tries * 5, longestPause))
    }
  }

  return (submission) => inTurn(submission.lifecycleId, () => submit(submission))
}
