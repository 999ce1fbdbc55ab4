import type { DocumentView } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'

/** Papers on file, as far as the record's reader was shown them. */
export const documentsOf = ({ context }: LifecycleRecord): readonly DocumentView[] =>
  Object.values(context.documents).map((paper) => {
    const { id, type, digest, facts, supersedes, checkedBy, isRejected, for: about } = paper
    const seen = checkedBy === null ? 'unchecked' : 'checked'
    return { id, type, digest, facts, supersedes, state: isRejected ? 'rejected' : seen, for: about }
  })
