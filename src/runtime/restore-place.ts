import { StoreError } from '../errors/index.ts'
import type { EntryPlace, Store, StoredChange } from './store.ts'

const pageSize = 200

/** All entries in the order of commits, behind a place; one that cannot be read is `null`. */
export async function* changesOf(
  store: Pick<Store, 'changes'>,
  place: EntryPlace | null = null,
): AsyncGenerator<StoredChange> {
  for (let after = place; ; ) {
    const page = (await store.changes({ after, limit: pageSize }, () => undefined)) ?? []
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = { lifecycleId: last.lifecycleId, seq: last.seq }
  }
}

/** Lives that an older format told are carried over when all else is there. */
const isCarriedOver = ({ entry }: StoredChange): boolean => entry !== null && 'migrated' in entry.cause

/**
 * Up to which entry of the source the target has come; `null`: it is empty. What is in the target must have been put there by a
 * restoration of this source: each of its entries is one of the source, word for word, and in its order.
 *
 * @throws StoreError `occupied`.
 */
export async function placeReached(source: Store, target: Store): Promise<EntryPlace | null> {
  const all = changesOf(source)
  let reached: EntryPlace | null = null
  let isAtEnd = false
  for await (const there of changesOf(target)) {
    let next: StoredChange | undefined = isAtEnd ? undefined : (await all.next()).value
    const isSame = () => next?.lifecycleId === there.lifecycleId && next.seq === there.seq
    while (next && !isSame()) next = (await all.next()).value
    isAtEnd = next === undefined
    if (isAtEnd && isCarriedOver(there)) continue
    if (!next?.entry || next.entry.hash !== there.entry?.hash) throw new StoreError('occupied')
    reached = { lifecycleId: there.lifecycleId, seq: there.seq }
  }
  if (reached === null && (await target.lifecycleIds('', 1)).length > 0) throw new StoreError('occupied')
  return reached
}
