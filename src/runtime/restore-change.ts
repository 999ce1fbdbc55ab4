import type { Accepted, LifecycleRecord } from '../machine/index.ts'
import { reportKey, toldAs, toldOf } from '../machine/index.ts'
import { contentFrom, keyOfReport } from './known-reports.ts'
import { unsealed } from './sees-all.ts'
import type { Change, SealedEntry, Store, ToldReport } from './store.ts'

/** Of the answer to an entry whose own is forgotten: under a name that nobody else may use. */
const forgotten = (seq: number): string => `restored:${seq}`

interface MakeParts {
  source: Store
  keptAt: () => number
}

/** One entry of the source with the record that it makes. */
export interface ToldEntry {
  lifecycleId: string
  entry: SealedEntry
  record: LifecycleRecord
  /** Told by an older format: the record only stands for the one of then. */
  isOld: boolean
}

/** The change that wrote an entry, made again. */
export function createMakeChange({ source, keptAt }: MakeParts) {
  async function toldBy({ lifecycleId, entry, record, isOld }: ToldEntry): Promise<ToldReport | null> {
    const { cause, actor, issues } = entry
    const report = 'type' in cause ? reportKey({ event: cause, actor }) : undefined
    if (!report || !('type' in cause)) return null
    const told = isOld ? toldOf(cause, issues) : toldAs(record, report.name)
    if (!told) return null
    const { content, counted } = told
    return { key: await keyOfReport(lifecycleId, report), content: contentFrom(content), counted }
  }

  return async (told: ToldEntry): Promise<Change> => {
    const { lifecycleId, entry, record } = told
    const { seq, commandId, issues, orderIds } = entry
    // An id that was used once more since is answered by what it was used for then.
    const kept = await source.answered(lifecycleId, commandId)
    const own = kept?.brief.accepted && !kept.brief.noop && kept.brief.version === seq ? kept : undefined
    const deadlineIds = own?.brief.accepted ? own.brief.deadlineIds : []
    const { orders, deadlines } = record.context
    const answer: Accepted = {
      ...{ accepted: true, noop: false, record, issues, entry: unsealed(entry) },
      orders: orderIds.flatMap((id) => orders[id] ?? []),
      deadlines: deadlineIds.flatMap((id) => deadlines[id] ?? []),
    }
    return {
      ...{ lifecycleId, answer, entry, keptAt: keptAt() },
      commandId: own ? commandId : forgotten(seq),
      fingerprint: own?.fingerprint ?? null,
      expectedVersion: seq === 0 ? null : seq - 1,
      told: await toldBy(told),
      // What another life had was judged when it was told.
      exempt: true,
    }
  }
}
