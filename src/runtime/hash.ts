import type { JournalEntry } from '../machine/index.ts'
import { digestOf } from '../schemas/index.ts'
import type { SealedEntry } from './store.ts'

/** `prevHash` of the entry that opens a record. */
export const genesisHash = '0'.repeat(64)

/** Ties an entry to the one before it: whoever alters a stored entry has to alter all that follow. */
export const sealEntry = async (entry: JournalEntry, prevHash: string): Promise<SealedEntry> => ({
  ...entry,
  prevHash,
  hash: await digestOf({ ...entry, prevHash }),
})

/** Is the hash of the entry the one that its content and `prevHash` give? */
export const isUnaltered = async ({ hash, ...content }: SealedEntry): Promise<boolean> =>
  hash === (await digestOf(content))
