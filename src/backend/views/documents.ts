import type { DocumentView, Page } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import { pageOf } from './page.ts'

/** Papers on file, as far as the record's reader was shown them. */
export const documentsOf = ({ context }: LifecycleRecord, cursor: string | undefined): Page<DocumentView> => {
  const views = Object.values(context.documents).map((paper): DocumentView => {
    const { id, type, digest, facts, supersedes, checkedBy, isRejected, for: about } = paper
    return {
      ...{ id, type, digest, facts, supersedes },
      state: isRejected ? 'rejected' : checkedBy === null ? 'unchecked' : 'checked',
      for: about,
    }
  })
  return pageOf(views, ({ id }) => [id], cursor)
}
