import type { Actor } from '../../domain/index.ts'
import { InvalidInputError, RefusedError } from '../../errors/index.ts'
import type { DocumentMedia } from '../../schemas/index.ts'
import type { Implementation, RequestContext } from '../../server/index.ts'
import type { CaseRuntime } from '../case-runtime.ts'
import type { Documents, KeptDocument } from '../documents.ts'
import { documentIdOf, isOfItsAcquirer, isOwn, ownerOf } from './ids.ts'
import { refuse, refuseIfGone } from './refusals.ts'
import { viewOf } from './view.ts'

export interface DocumentsSideOptions {
  readonly documents: Documents
  readonly runtime: Pick<CaseRuntime, 'find'>
  readonly now: () => string
}

type DocumentsSide = Pick<
  Implementation<'portal'>,
  'createDocument' | 'putDocumentContent' | 'getDocument' | 'getDocumentContent'
>

interface Placed {
  readonly range?: { readonly from: number; readonly total: number } | undefined
}

/** All that can be judged by the place of a piece. */
const checkPlace = ({ size, received }: KeptDocument, { range }: Placed): void => {
  if (!range) return
  if (range.total !== size)
    throw new InvalidInputError({ issues: [{ path: '/range/total', code: 'NOT_ALLOWED_VALUE' }] })
  if (range.from > received) refuse('OFFSET_WRONG', received)
}

/** Documents as portals send and read them: announced first, then the bytes, whole or piece by piece. */
export const documentsSide = ({ documents, runtime, now }: DocumentsSideOptions): DocumentsSide => {
  /** Only who announced it may add to it; for everybody else there is none. */
  const own = async (documentId: string, actor: Actor): Promise<KeptDocument> => {
    const found = await documents.state(documentId, now())
    return found && isOwn(found, actor) ? found : refuse('NOT_FOUND')
  }

  /**
   * Lives are asked for whether or not there is such a document, so that nobody learns from the time it takes. A reference opens a
   * document only with its digest: anybody may write any id.
   */
  const readable = async (documentId: string, actor: Actor): Promise<KeptDocument> => {
    const lives = await runtime.find({ documentId }, { actor })
    const found = await documents.state(documentId, now())
    if (!found) return refuse('NOT_FOUND')
    const isOnFile = lives.some(({ context }) => {
      const reference = Object.hasOwn(context.documents, documentId) && context.documents[documentId]
      return reference && reference.digest === found.digest
    })
    const isInHouse = isOnFile && found.owner.acquirerId === actor.acquirerId
    return isOwn(found, actor) || isOfItsAcquirer(found, actor) || isInHouse ? found : refuse('NOT_FOUND')
  }

  const put = async (
    { documentId, content, range }: Placed & { documentId: string; content: Uint8Array<ArrayBuffer> },
    { actor }: RequestContext,
  ) => {
    const found = await own(documentId, actor)
    refuseIfGone(found)
    checkPlace(found, { range })
    if (!range && content.length !== found.size) throw new RefusedError({ refusal: 'DIGEST_MISMATCH' })
    return viewOf(await documents.append(documentId, { from: range?.from ?? 0, bytes: content }, now()))
  }
  const bodyLimit = async (
    { documentId, range }: Placed & { documentId: string },
    { actor }: RequestContext,
  ): Promise<number> => {
    const found = await own(documentId, actor)
    refuseIfGone(found)
    checkPlace(found, { range })
    return found.size - (range?.from ?? 0)
  }

  return {
    createDocument: async (announced, { actor, idempotencyKey }) => {
      const owner = ownerOf(actor)
      const documentId = await documentIdOf(owner, idempotencyKey)
      return viewOf(await documents.announce({ ...announced, owner, documentId }, now()))
    },
    putDocumentContent: Object.assign(put, { bodyLimit }),
    getDocument: async ({ documentId }, { actor }) => viewOf(await readable(documentId, actor)),
    getDocumentContent: async ({ documentId }, { actor }) => {
      const { mediaType, name } = await readable(documentId, actor)
      const content = await documents.content(documentId)
      return { content, mediaType: mediaType as DocumentMedia, ...(name !== undefined && { name }) }
    },
  }
}
