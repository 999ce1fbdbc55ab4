import type { DocumentRefView } from '../../contract/index.ts'
import { RefusedError } from '../../errors/index.ts'
import type { Implementation } from '../../server/index.ts'
import type { Documents, KeptDocument } from '../documents.ts'
import { documentIdOf, ownerOf } from './ids.ts'

const referenceTo = ({ documentId: id, type, digest, facts, supersedes }: KeptDocument): DocumentRefView => ({
  ...{ id, type, digest },
  ...(facts !== undefined && { facts }),
  ...(supersedes !== undefined && { supersedes }),
})

/** Documents as portals send them: announced first, then the bytes. */
export const documentsSide = (
  documents: Documents,
  now: () => string,
): Pick<Implementation<'portal'>, 'createDocument' | 'putDocumentContent'> => ({
  createDocument: async (announced, { actor, idempotencyKey }) => {
    const owner = ownerOf(actor)
    const documentId = await documentIdOf(owner, idempotencyKey)
    await documents.announce({ ...announced, owner, documentId }, now())
    return { documentId }
  },
  putDocumentContent: async ({ documentId, content }, { actor }) => {
    const found = await documents.state(documentId, now())
    if (!found || JSON.stringify(found.owner) !== JSON.stringify(ownerOf(actor))) {
      throw new RefusedError({ refusal: 'NOT_FOUND' })
    }
    if (content.length !== found.size) throw new RefusedError({ refusal: 'DIGEST_MISMATCH' })
    return referenceTo(await documents.append(documentId, { from: 0, bytes: content }, now()))
  },
})
