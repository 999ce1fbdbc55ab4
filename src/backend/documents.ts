import type { DocumentRefView } from '../contract/index.ts'
import { hexadecimal } from '../contract/index.ts'
import { RefusedError } from '../errors/index.ts'
import type { Implementation } from '../server/index.ts'

/** Uploads in memory: announced first, then the bytes in one piece. */
export const documentsSide = (): Pick<Implementation<'portal'>, 'createDocument' | 'putDocumentContent'> => {
  const announced = new Map<string, { ref: DocumentRefView; size: number }>()
  return {
    createDocument: ({ type, digest, size, facts, supersedes }, { idempotencyKey }) => {
      // The same announcement again is the same document.
      const documentId = `doc-${idempotencyKey.replaceAll(/[^A-Za-z0-9._:-]/g, '-').slice(0, 70)}`
      const optional = {
        ...(facts !== undefined && { facts }),
        ...(supersedes !== undefined && { supersedes }),
      }
      announced.set(documentId, { ref: { id: documentId, type, digest, ...optional }, size })
      return { documentId }
    },
    putDocumentContent: async ({ documentId, content }) => {
      const document = announced.get(documentId)
      if (!document) throw new RefusedError({ refusal: 'NOT_FOUND' })
      const digest = hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', content)))
      if (content.length !== document.size || digest !== document.ref.digest) {
        throw new RefusedError({ refusal: 'DIGEST_MISMATCH' })
      }
      return document.ref
    },
  }
}
