import type { JournalItem, Page } from '../../contract/index.ts'
import type { Actor } from '../../domain/index.ts'
import type { Runtime } from '../../runtime/index.ts'
import { PageOf, type Place, placeIn } from './page.ts'

const placeOf = ({ seq }: { readonly seq: number }): Place => [seq]

/** Entries as their reader may see them; whether there are more tells nothing of those that it may not. */
export const journalPage = async (
  { journal }: Pick<Runtime, 'journal'>,
  { lifecycleId, cursor }: { readonly lifecycleId: string; readonly cursor?: string | undefined },
  actor: Actor,
): Promise<Page<JournalItem>> => {
  const [after] = placeIn(cursor, placeOf({ seq: 0 })) ?? []
  const page = new PageOf<JournalItem>(placeOf)
  const entries = journal(lifecycleId, { actor, after: typeof after === 'number' ? after : undefined })
  for await (const entry of entries) if (!page.take(entry)) break
  return page.page()
}
