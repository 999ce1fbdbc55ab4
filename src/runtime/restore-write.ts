import type { LifecycleRecord } from '../machine/index.ts'
import { type Finding, found } from './finding-details.ts'
import type { ToldEntry } from './restore-change.ts'
import type { Judged } from './restore-judged.ts'
import { changesOf } from './restore-place.ts'
import type { TellNext } from './restore-told.ts'
import type { Change, EntryPlace, Store, StoredChange } from './store.ts'

/** What is written of a life with which something is wrong: its first entries, so many. */
export interface Plan {
  findings: readonly Finding[]
  entries: number
  /** Its journal is whole as far as anybody can tell. */
  isAll: boolean
}
export type Plans = Map<string, Plan>

/** Entries in one transaction. */
const atATime = 50

export interface WriteParts {
  source: Store
  target: Store
  tell: TellNext
  makeChange: (told: ToldEntry) => Promise<Change>
  judge: (lifecycleId: string) => Promise<Judged | undefined>
  planOf: (judged: Judged) => Plan
  plans: Plans
  written: (entries: number) => void
}

/** Writes all entries of the source behind a place, in the order of their commits, each with the record that it makes. */
export async function writeEntries(parts: WriteParts, place: EntryPlace | null): Promise<void> {
  const { source, target, tell, makeChange, judge, planOf, plans, written } = parts
  const records = new Map<string, LifecycleRecord>()
  let changes: Change[] = []

  function cut(entry: number, because: Finding): void {
    const { lifecycleId } = because
    const findings = plans.get(lifecycleId)?.findings ?? []
    plans.set(lifecycleId, { findings: [...findings, because], entries: entry, isAll: false })
    records.delete(lifecycleId)
  }

  async function flush(): Promise<void> {
    const outcomes = await target.commit(changes)
    let count = 0
    for (const [index, { lifecycleId, entry }] of changes.entries()) {
      if (outcomes[index] === 'committed') count += 1
      else if ((plans.get(lifecycleId)?.entries ?? Number.POSITIVE_INFINITY) > (entry?.seq ?? 0))
        cut(entry?.seq ?? 0, found(lifecycleId, 'INVARIANT_VIOLATED', 'NUMBER_TAKEN', {}))
    }
    records.clear()
    changes = []
    written(count)
  }

  const newestIn = async (lifecycleId: string) =>
    records.get(lifecycleId) ?? (await (target.newest ?? target.load).call(target, lifecycleId))?.record

  /** A life without a record was looked at by nobody yet. */
  async function planFor(lifecycleId: string, seq: number): Promise<Plan | undefined> {
    const plan = plans.get(lifecycleId)
    if (plan || seq > 0 || (await source.has(lifecycleId))) return plan
    const judged = await judge(lifecycleId)
    if (judged) plans.set(lifecycleId, planOf(judged))
    return plans.get(lifecycleId)
  }

  async function take({ lifecycleId, seq, entry }: StoredChange): Promise<void> {
    const plan = await planFor(lifecycleId, seq)
    if (plan && seq >= plan.entries) return
    const before = seq === 0 ? undefined : await newestIn(lifecycleId)
    if (!entry || (before?.version ?? -1) !== seq - 1) {
      cut(seq, found(lifecycleId, 'INVARIANT_VIOLATED', 'ENTRY_UNREADABLE', { entry: seq }))
      return
    }
    let record: LifecycleRecord
    try {
      record = await tell.next(lifecycleId, entry, before)
    } catch {
      cut(seq, found(lifecycleId, 'INVARIANT_VIOLATED', 'ENTRY_UNTOLD', { entry: seq }))
      return
    }
    records.set(lifecycleId, record)
    changes.push(await makeChange({ lifecycleId, entry, record, isOld: tell.isOld(lifecycleId, seq) }))
  }

  for await (const change of changesOf(source, place)) {
    await take(change)
    if (changes.length >= atATime) await flush()
  }
  await flush()
}
