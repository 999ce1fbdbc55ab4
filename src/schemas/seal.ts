import { digestOf } from './digest.ts'

/** `prevHash` of the entry that opens a record. */
export const genesisHash = '0'.repeat(64)

/** What a journal is chained by: the entry before, and the entry with it. */
export interface Seal {
  /** `hash` of the entry before; `genesisHash` for the opening. */
  readonly prevHash: string
  /** SHA-256 in hexadecimal over the canonical JSON of the entry with its `prevHash`. */
  readonly hash: string
}

/** Ties an entry to the one before it: whoever alters a stored entry has to alter all that follow. */
export const sealEntry = async <Entry extends object>(
  entry: Entry,
  prevHash: string,
): Promise<Entry & Seal> => ({
  ...entry,
  prevHash,
  hash: await digestOf({ ...entry, prevHash }),
})

/** Is the hash of the entry the one that its content and `prevHash` give? */
export const isUnaltered = async ({ hash, ...content }: Seal): Promise<boolean> =>
  hash === (await digestOf(content))
