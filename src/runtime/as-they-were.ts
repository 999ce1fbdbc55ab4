import { CorruptRecordError } from '../errors/index.ts'
import type { JournalEntry, LifecycleRecord } from '../machine/index.ts'
import { atATime, type Calendar, foldUnder } from './as-it-was.ts'
import { isOld } from './carry-over.ts'
import { nextTurn } from './environment.ts'
import { unsealed } from './sees-all.ts'
import type { Store, StoredRecord } from './store.ts'

/** A life as it was at each of these versions. */
export type AsTheyWere = (
  stored: StoredRecord,
  versions: Iterable<number>,
) => Promise<ReadonlyMap<number, LifecycleRecord>>

/**
 * Several at once: the journal is read and retold a single time, however many versions are wanted. What an older format told is as
 * it was when it was carried over.
 *
 * @throws CorruptRecordError where the journal does not tell of one of them.
 */
export const createAsTheyWere = (store: Pick<Store, 'journal'>, calendar: Calendar): AsTheyWere => {
  const fold = foldUnder(calendar)
  return async (stored, versions) => {
    const { lifecycleId, version: newest } = stored.record
    const wanted = new Set(versions)
    const found = new Map<number, LifecycleRecord>()
    const settle = (version: number, record: LifecycleRecord): void => {
      if (wanted.delete(version)) found.set(version, record)
    }
    settle(newest, stored.record)
    if (wanted.size === 0) return found

    let entries: JournalEntry[] = []
    for await (const entry of store.journal(lifecycleId)) {
      // Rules of today cannot retell what came before.
      if ('migrated' in entry.cause) {
        const { migrated } = entry.cause
        for (const version of [...wanted]) if (version < entry.seq) settle(version, migrated)
        entries = []
      }
      entries.push(unsealed(entry))
    }
    if (isOld(stored)) for (const version of [...wanted]) settle(version, stored.record)

    let record: LifecycleRecord | undefined
    for (const [place, entry] of entries.entries()) {
      if (wanted.size === 0) break
      if (place % atATime === atATime - 1) await nextTurn()
      record = fold([entry], record)
      settle(entry.seq, record)
    }
    const [missing] = wanted
    if (missing !== undefined) throw new CorruptRecordError({ lifecycleId, path: `/journal/${missing}` })
    return found
  }
}
