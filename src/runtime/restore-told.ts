import { CorruptRecordError } from '../errors/index.ts'
import { type LifecycleRecord, recordFormat } from '../machine/index.ts'
import { type Calendar, foldUnder } from './as-it-was.ts'
import { isOld } from './carry-over.ts'
import { unsealed } from './sees-all.ts'
import type { SealedEntry, Store } from './store.ts'

/**
 * What an older format told cannot be told by the rules of today. Up to the entry that carried the life over, one record stands
 * for all: the one that was carried over. A life that was not carried over yet has the stored one.
 */
interface OldPart {
  before: number
  standIn: LifecycleRecord
}

/** Tells a life entry by entry: the record after each. */
export interface TellNext {
  /**
   * @param before the record after the entry before; nothing: this is the opening.
   * @throws CorruptRecordError where the rules do not tell it.
   */
  next(lifecycleId: string, entry: SealedEntry, before: LifecycleRecord | undefined): Promise<LifecycleRecord>
  /** Is this entry told by an older format? */
  isOld(lifecycleId: string, seq: number): boolean
}

export function createTellNext(source: Store, calendar: Calendar): TellNext {
  const fold = foldUnder(calendar)
  const oldParts = new Map<string, OldPart>()

  async function carriedOver(lifecycleId: string): Promise<OldPart | undefined> {
    let found: OldPart | undefined
    for await (const { seq, cause } of source.journal(lifecycleId))
      if ('migrated' in cause) found = { before: seq, standIn: cause.migrated }
    return found
  }

  /** Asked at the opening, and for lives that an older format opened. */
  async function oldPartOf(lifecycleId: string): Promise<OldPart | undefined> {
    const stored = await source.load(lifecycleId).catch(() => undefined)
    if (stored && isOld(stored)) return { before: Number.POSITIVE_INFINITY, standIn: stored.record }
    if (stored?.record.context.identity.openedInFormat === recordFormat) return undefined
    // An entry that cannot be read ends what can be told; whoever goes through the journal comes upon it.
    return carriedOver(lifecycleId).catch(() => undefined)
  }

  return {
    isOld: (lifecycleId, seq) => seq < (oldParts.get(lifecycleId)?.before ?? -1),
    async next(lifecycleId, entry, before) {
      const openedIn = before?.context.identity.openedInFormat
      if (openedIn !== recordFormat && !oldParts.has(lifecycleId)) {
        const found = await oldPartOf(lifecycleId)
        if (found) oldParts.set(lifecycleId, found)
      }
      const old = oldParts.get(lifecycleId)
      if (old && entry.seq < old.before) return { ...old.standIn, version: entry.seq, at: entry.at }
      const begins = 'opened' in entry.cause || 'migrated' in entry.cause
      if (!begins && !before) throw new CorruptRecordError({ lifecycleId, path: `/journal/${entry.seq}` })
      return fold([unsealed(entry)], before)
    },
  }
}
