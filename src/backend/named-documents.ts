import type { DocumentRef } from '../domain/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import type { RequestContext } from '../server/index.ts'
import type { Desk } from './desk.ts'
import { isOfItsAcquirer, isOwn } from './documents/ids.ts'
import type { Documents } from './documents.ts'

interface Naming {
  readonly lifecycleId: string
  readonly named: readonly DocumentRef[]
}

/**
 * Refuses a filing that names a document which is known to be of no use: refused, expired, or somebody else's. One that is
 * still scanned is taken, because it is judged later; one that this home does not know lives elsewhere.
 *
 * @throws {InvalidInputError} with the path of each such document, and the code it was refused with, DOCUMENT_EXPIRED, or
 * NOT_FOUND for somebody else's.
 */
export const namedDocuments =
  (desk: Desk, documents: Documents, now: () => string) =>
  async ({ lifecycleId, named }: Naming, { actor, idempotencyKey }: RequestContext): Promise<void> => {
    const shown = await desk.runtime.get(lifecycleId, { actor })
    const faultOf = async ({ id, digest }: DocumentRef): Promise<string | undefined> => {
      const kept = await documents.state(id, now())
      if (!kept) return undefined
      const onFile = shown?.context.documents ?? {}
      const isOnFile =
        Object.hasOwn(onFile, id) &&
        onFile[id]?.digest === digest &&
        kept.owner.acquirerId === actor.acquirerId
      if (!isOwn(kept, actor) && !isOfItsAcquirer(kept, actor) && !isOnFile) return 'NOT_FOUND'
      if (kept.status === 'expired') return 'DOCUMENT_EXPIRED'
      return kept.status === 'refused' ? (kept.code ?? 'REFUSED') : undefined
    }
    const faults = await Promise.all(named.map(faultOf))
    const issues = faults.flatMap((code, place) => (code ? [{ path: `/documents/${place}`, code }] : []))
    if (issues.length === 0) return
    // a repeat is answered as it was, whatever became of its documents since
    if (await desk.runtime.answered(lifecycleId, idempotencyKey, { actor })) return
    throw new InvalidInputError({ issues })
  }
