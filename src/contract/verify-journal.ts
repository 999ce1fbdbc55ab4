import { genesisHash, isUnaltered } from '../schemas/index.ts'
import type { JournalItem } from './views/journal.ts'

/**
 * - `unsealed`: the entry came without its hashes, as it does for those who may not see the whole journal.
 * - `sequence`: an entry is missing before it, is there twice or stands elsewhere.
 * - `chain`: the entry before it is another one than when it was written.
 * - `altered`: its content is not what it was sealed with.
 * - `truncated`: the journal goes on behind it, or was another one: no entry has the hash that was given as `head`.
 */
export type JournalFault = 'unsealed' | 'sequence' | 'chain' | 'altered' | 'truncated'

/** What a journal was found to be. */
export type VerifiedJournal =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: JournalFault }

const faultOf = async (item: JournalItem, seq: number, before: string): Promise<JournalFault | undefined> => {
  const { prevHash, hash } = item
  if (prevHash === undefined || hash === undefined) return 'unsealed'
  if (item.seq !== seq) return 'sequence'
  if (prevHash !== before) return 'chain'
  return (await isUnaltered({ ...item, prevHash, hash })) ? undefined : 'altered'
}

/**
 * Is a journal, as it was read, the one that was written: whole from the opening on, and unaltered? Nothing else is asked for
 * it; who keeps an export can look again years later.
 *
 * Entries that were cut off at the end leave no gap: `head`, read with the case, shows that they are missing. What was written
 * after `head` was read may follow it.
 *
 * @param entries in the order of the journal, from the opening on; pages as they come, one after the other.
 * @example
 * const { head } = await client.getTerminal({ lifecycleId })
 * const found = await verifyJournal(allPages(client.getJournal, { lifecycleId }), { head })
 * if (!found.ok) throw new Error(`Entry ${found.seq}: ${found.why}`)
 */
export const verifyJournal = async (
  entries: Iterable<JournalItem> | AsyncIterable<JournalItem>,
  { head }: { readonly head?: string | null | undefined } = {},
): Promise<VerifiedJournal> => {
  let count = 0
  let last = genesisHash
  let hasHead = head === undefined || head === null
  for await (const entry of entries) {
    const why = await faultOf(entry, count, last)
    if (why) return { ok: false, seq: count, why }
    last = entry.hash ?? last
    hasHead ||= last === head
    count += 1
  }
  return hasHead ? { ok: true, entries: count, head: last } : { ok: false, seq: count, why: 'truncated' }
}
