import { namedPapers } from '../domain/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import type { RequestContext } from '../server/index.ts'
import type { Desk } from './desk.ts'
import { isOfItsAcquirer, isOwn } from './documents/ids.ts'
import type { DocumentStatus, Documents, KeptDocument } from './documents.ts'

/** Of no use to anybody, whoever names it; `refused` has a code of its own. */
const useless: Readonly<Partial<Record<DocumentStatus, string>>> = {
  receiving: 'DOCUMENT_NOT_READY',
  expired: 'DOCUMENT_EXPIRED',
  purged: 'DOCUMENT_PURGED',
}

const faultOf = ({ status, code, digest }: KeptDocument, named: string): string | undefined => {
  if (digest !== named) return 'DIGEST_MISMATCH'
  return status === 'refused' ? (code ?? 'REFUSED') : useless[status]
}

/**
 * Refuses a write that names a document which is known to be of no use: without its bytes, with others than it says, or
 * somebody else's. One that is still scanned is taken, because it is judged later; one that this home does not know lives
 * elsewhere; one that is on file in this life may be named again by whoever may read it, also when its bytes are gone.
 *
 * @param said The body of the write: what it names is found by its shape.
 * @throws InvalidInputError with the path of each such document: the code it was refused with, DOCUMENT_NOT_READY,
 * DOCUMENT_EXPIRED, DOCUMENT_PURGED, DIGEST_MISMATCH, or NOT_FOUND for somebody else's.
 */
export const refusingUseless =
  (desk: Desk, documents: Documents, now: () => string) =>
  async (lifecycleId: string, said: object, { actor, idempotencyKey }: RequestContext): Promise<void> => {
    const named = namedPapers(said)
    if (named.length === 0) return
    const shown = await desk.runtime.get(lifecycleId, { actor })
    const onFile = shown?.context.documents ?? {}
    const issues = await Promise.all(
      named.map(async ({ path, paper: { id, digest } }) => {
        const kept = await documents.state(id, now())
        if (!kept) return []
        const isOnFile =
          Object.hasOwn(onFile, id) &&
          onFile[id]?.digest === digest &&
          kept.owner.acquirerId === actor.acquirerId
        if (!isOnFile && !isOwn(kept, actor) && !isOfItsAcquirer(kept, actor))
          return [{ path, code: 'NOT_FOUND' }]
        if (isOnFile && kept.status === 'purged') return []
        const code = faultOf(kept, digest)
        return code === undefined ? [] : [{ path, code }]
      }),
    )
    const found = issues.flat()
    if (found.length === 0) return
    // A repeat is answered as it was, whatever became of its documents since.
    if (await desk.runtime.answered(lifecycleId, idempotencyKey, { actor })) return
    throw new InvalidInputError({ issues: found })
  }
export type RefuseUseless = ReturnType<typeof refusingUseless>
