import { areWithin, type Scope } from './access.ts'
import type { EntryRow, Tables } from './memory-commit.ts'
import type { ChangesQuery, EntryPlace, SealedEntry, Skipped, StoredChange } from './store.ts'
import { entryFrom, entryPlace, readOrSkip } from './stored.ts'

export const entryOf = ({ body, seq, prevHash, hash }: EntryRow, lifecycleId: string): SealedEntry =>
  entryFrom(JSON.parse(body), { seq, prevHash, hash }, entryPlace(lifecycleId, seq))

const rowAt = ({ entries }: Tables, { lifecycleId, seq }: EntryPlace) => entries.get(lifecycleId)?.[seq]

/** Where to go on in the log; `undefined`: there is no such entry for who asks. */
function positionBehind(tables: Tables, place: EntryPlace | null, within?: Scope): number | undefined {
  if (place === null) return 0
  const position = rowAt(tables, place)?.position
  const logged = position === undefined ? undefined : tables.log.get(position)
  if (position === undefined || !logged) return undefined
  return within === undefined || areWithin(logged.owners, within) ? position + 1 : undefined
}

export function changesOf(
  tables: Tables,
  { after, limit }: ChangesQuery,
  skipped: Skipped | undefined,
  within: Scope | undefined,
): readonly StoredChange[] | undefined {
  let position = positionBehind(tables, after, within)
  if (position === undefined) return undefined
  const found: StoredChange[] = []
  for (; position < tables.log.size && found.length < limit; position += 1) {
    const logged = tables.log.get(position)
    const row = logged && rowAt(tables, logged)
    if (!row || (within && !areWithin(logged.owners, within))) continue
    const { lifecycleId, seq } = logged
    const entry = readOrSkip(lifecycleId, () => entryOf(row, lifecycleId), skipped)
    found.push({ lifecycleId, seq, entry: entry ?? null })
  }
  return found
}
