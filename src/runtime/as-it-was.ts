import { CorruptRecordError } from '../errors/index.ts'
import { createLifecycle, type LifecycleOptions, type LifecycleRecord } from '../machine/index.ts'
import { isOld } from './carry-over.ts'
import { unsealed } from './sees-all.ts'
import type { SealedEntry, Store, StoredRecord } from './store.ts'

export type Calendar = LifecycleOptions['calendar']

/** The record that these entries tell. A policy binds the records opened under it, whatever is in force today. */
export function retell(
  entries: readonly SealedEntry[],
  { context }: LifecycleRecord,
  calendar: Calendar,
): LifecycleRecord {
  const lifecycle = createLifecycle({ policy: context.policy, ...(calendar && { calendar }) })
  return lifecycle.fold(entries.map(unsealed))
}

/** A life as it was at a version, and the entry that brought it there. */
export type AsItWas = (
  stored: StoredRecord,
  version: number,
) => Promise<{ record: LifecycleRecord; entry: SealedEntry }>

/**
 * Told again from the journal where it is not the newest; of what an older format told, as it was when it was carried over.
 *
 * @throws {CorruptRecordError} where the journal does not tell of that version.
 */
export const createAsItWas =
  (store: Pick<Store, 'journal'>, calendar: Calendar): AsItWas =>
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
    const record = current ? stored.record : (carriedOver ?? retell(entries, stored.record, calendar))
    return { record, entry }
  }
