import { RefusedError } from '../../errors/index.ts'
import type { KeptDocument } from '../documents.ts'
import type { Rows, StoredDocument } from './shelf.ts'

export const refuse = (refusal: string, offset?: number): never => {
  throw new RefusedError({ refusal, offset })
}

export const wanted = (rows: Rows, documentId: string): StoredDocument =>
  rows.get(documentId) ?? refuse('NOT_FOUND')

/** Of a document that takes no bytes and gives none any more. */
export const refuseIfGone = ({ status, code }: Pick<KeptDocument, 'status' | 'code'>): void => {
  if (status === 'purged') refuse('DOCUMENT_PURGED')
  if (status === 'expired') refuse('DOCUMENT_EXPIRED')
  if (status === 'refused') refuse(code ?? 'REFUSED')
}
