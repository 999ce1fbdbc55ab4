import { CorruptRecordError } from '../errors/index.ts'
import {
  createLifecycle,
  type Lifecycle,
  type LifecycleOptions,
  type LifecycleRecord,
} from '../machine/index.ts'
import { isOld } from './carry-over.ts'
import { nextTurn } from './environment.ts'
import { unsealed } from './sees-all.ts'
import type { SealedEntry, Store, StoredRecord } from './store.ts'

export type Calendar = LifecycleOptions['calendar']

/** Entries retold without a pause. */
export const atATime = 20

export type Retell = (entries: readonly SealedEntry[]) => Promise<LifecycleRecord>

/** What a journal tells, each record under the policy that it was opened with. */
export const foldUnder = (calendar: Calendar): Lifecycle['fold'] =>
  createLifecycle(calendar && { calendar }).fold

/** The record that these entries tell. */
export function createRetell(calendar: Calendar): Retell {
  const fold = foldUnder(calendar)
  return async (entries) => {
    // what an older format told is in the record that was carried over
    const begin = entries.findLastIndex(({ cause }) => 'migrated' in cause)
    const all = entries.slice(Math.max(0, begin)).map(unsealed)
    let record = fold(all.slice(0, atATime))
    for (let next = atATime; next < all.length; next += atATime) {
      await nextTurn()
      record = fold(all.slice(next, next + atATime), record)
    }
    return record
  }
}

/** A life as it was at a version, and the entry that brought it there. */
export type AsItWas = (
  stored: StoredRecord,
  version: number,
) => Promise<{ record: LifecycleRecord; entry: SealedEntry }>

/**
 * Told again from the journal where it is not the newest; of what an older format told, as it was when it was carried over.
 *
 * @throws CorruptRecordError where the journal does not tell of that version.
 */
export const createAsItWas =
  (store: Pick<Store, 'journal'>, calendar: Calendar, retell = createRetell(calendar)): AsItWas =>
  async (stored, version) => {
    const { lifecycleId } = stored.record
    const entries: SealedEntry[] = []
    const current = stored.record.version === version
    // rules of today cannot retell what an older format told: then it is the record that went over into the next one
    let carriedOver = isOld(stored) ? stored.record : undefined
    for await (const entry of store.journal(lifecycleId, current ? version - 1 : -1)) {
      if (entry.seq <= version) entries.push(entry)
      else if ('migrated' in entry.cause) carriedOver ??= entry.cause.migrated
    }
    const entry = entries.at(-1)
    if (entry?.seq !== version) throw new CorruptRecordError({ lifecycleId, path: `/journal/${version}` })
    const record = current ? stored.record : (carriedOver ?? (await retell(entries)))
    return { record, entry }
  }
