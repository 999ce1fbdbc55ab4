import { CorruptRecordError } from '../errors/index.ts'
import {
  type Accepted,
  type Answer,
  createLifecycle,
  type JournalEntry,
  type LifecycleOptions,
  type LifecycleRecord,
} from '../machine/index.ts'
import type { Brief, BriefAcceptance } from './brief.ts'
import { isOld } from './carry-over.ts'
import type { SealedEntry, Store } from './store.ts'

export type Calendar = LifecycleOptions['calendar']

const unsealed = ({ prevHash: _, hash: __, ...entry }: SealedEntry): JournalEntry => entry

/** The record that these entries tell. A policy binds the records opened under it, whatever is in force today. */
export function retell(
  entries: readonly SealedEntry[],
  { context }: LifecycleRecord,
  calendar: Calendar,
): LifecycleRecord {
  const lifecycle = createLifecycle({ policy: context.policy, ...(calendar && { calendar }) })
  return lifecycle.fold(entries.map(unsealed))
}

export type Recall = (lifecycleId: string, brief: Brief) => Promise<Answer>

const itemsOf = <Item>(ledger: Readonly<Record<string, Item>>, ids: readonly string[]): Item[] =>
  ids.map((id) => ledger[id]).filter((item) => item !== undefined)

/** The answer that was given when the record came to this version. */
function acceptance(
  { noop, deadlineIds }: BriefAcceptance,
  record: LifecycleRecord,
  entry: JournalEntry,
): Accepted {
  const { context } = record
  if (noop) return { accepted: true, noop, record, entry: null, orders: [], deadlines: [], issues: [] }
  return {
    accepted: true,
    noop,
    record,
    entry,
    orders: itemsOf(context.orders, entry.orderIds),
    deadlines: itemsOf(context.deadlines, deadlineIds),
    issues: entry.issues,
  }
}

/**
 * The whole answer again, with the record as it was then; of an answer that an older format gave, as it was when it was
 * carried over.
 */
export function createRecall(store: Store, calendar: Calendar): Recall {
  return async (lifecycleId, brief) => {
    if (!brief.accepted) return brief
    const { version } = brief
    const stored = await store.load(lifecycleId)
    if (!stored) throw new CorruptRecordError({ lifecycleId, path: '' })
    const entries: SealedEntry[] = []
    const current = stored.record.version === version
    // rules of today cannot retell what an older format told: then it is the record that went over into the next one
    let carriedOver = isOld(stored) ? stored.record : undefined
    for await (const entry of store.journal(lifecycleId, current ? version - 1 : -1)) {
      if (entry.seq <= version) entries.push(entry)
      else if ('migrated' in entry.cause) carriedOver ??= entry.cause.migrated
    }
    const then = entries.at(-1)
    if (then?.seq !== version) throw new CorruptRecordError({ lifecycleId, path: `/journal/${version}` })
    const record = current ? stored.record : (carriedOver ?? retell(entries, stored.record, calendar))
    return acceptance(brief, record, unsealed(then))
  }
}
