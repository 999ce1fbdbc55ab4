import { CorruptRecordError } from '../errors/index.ts'
import type { Accepted, Answer, JournalEntry, LifecycleRecord } from '../machine/index.ts'
import { type Calendar, createAsItWas } from './as-it-was.ts'
import type { Brief, BriefAcceptance } from './brief.ts'
import { unsealed } from './sees-all.ts'
import type { Store } from './store.ts'

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
  const asItWas = createAsItWas(store, calendar)
  return async (lifecycleId, brief) => {
    if (!brief.accepted) return brief
    const stored = await store.load(lifecycleId)
    if (!stored) throw new CorruptRecordError({ lifecycleId, path: '' })
    const { record, entry } = await asItWas(stored, brief.version)
    return acceptance(brief, record, unsealed(entry))
  }
}
