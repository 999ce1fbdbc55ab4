import { StoreError } from '../errors/index.ts'
import type { Change } from './store.ts'

/** What a store must never keep, whoever hands it in: an entry that does not belong to its record or to its chain. */
export function checkChange({ answer, entry, expectedVersion, lifecycleId }: Change): void {
  if (entry === null) return
  const record = answer.accepted ? answer.record : undefined
  const version = expectedVersion === null ? 0 : expectedVersion + 1
  const belongs =
    record?.lifecycleId === lifecycleId &&
    record.version === version &&
    entry.version === version &&
    entry.seq === version
  if (!belongs) throw new StoreError('inconsistent')
}

/** The entry must continue the chain that the record ends with. */
export function checkChain({ entry }: Change, head: string): void {
  if (entry?.prevHash !== head) throw new StoreError('inconsistent')
}
