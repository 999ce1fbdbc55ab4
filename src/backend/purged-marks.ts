import type { DocumentView, Page } from '../contract/index.ts'
import type { Documents } from './documents.ts'

/** Says of each paper on a page since when its bytes are not kept any more. */
export type MarkPurged = (page: Page<DocumentView>) => Promise<Page<DocumentView>>

export const markPurgedIn =
  (documents: Pick<Documents, 'state'>, now: () => string): MarkPurged =>
  async ({ items, nextCursor }) => {
    const marked = items.map(async (item) => {
      const purgedAt = (await documents.state(item.id, now()))?.purgedAt
      return purgedAt === undefined ? item : { ...item, purgedAt }
    })
    return { items: await Promise.all(marked), nextCursor }
  }
