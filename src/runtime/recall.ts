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
    // Issues are only ever added, so that this step's are the last.
    issues: context.issues.slice(context.issues.length - entry.issues.length),
  }
}

/** The whole answer again, with the record as it was then. */
export function createRecall(store: Store, calendar: Calendar): Recall {
  return async (lifecycleId, brief) => {
    if (!brief.accepted) return brief
    const { version } = brief
    const stored = await store.load(lifecycleId)
    if (!stored) throw new CorruptRecordError({ lifecycleId, path: '' })
    const entries: SealedEntry[] = []
    const current = stored.record.version === version
    for await (const entry of store.journal(lifecycleId, current ? version - 1 : -1)) {
      if (entry.seq <= version) entries.push(entry)
    }
    const newest = entries.at(-1)
    if (newest?.seq !== version) throw new CorruptRecordError({ lifecycleId, path: `/journal/${version}` })
    const record = current ? stored.record : retell(entries, stored.record, calendar)
    return acceptance(brief, record, unsealed(newest))
  }
}
