import type { DocumentRef } from '../../domain/index.ts'
import { digestOf } from '../digest.ts'
import type { Document } from './document.ts'

export interface DocumentRefOptions {
  /** Offset of the place where the document's last day of validity ends. @default '+08:00' */
  readonly offset?: string
}

const validTo = (document: Document, offset: string): Pick<DocumentRef, 'validTo'> =>
  'validTo' in document && document.validTo !== undefined
    ? { validTo: `${document.validTo}T23:59:59${offset}` }
    : {}

/**
 * What events carry of a document: its id, its type, the digest of its canonical JSON and the end of its validity.
 *
 * @example event.documents = [await documentRef(licence)]
 */
export const documentRef = async (
  document: Document,
  { offset = '+08:00' }: DocumentRefOptions = {},
): Promise<DocumentRef> => ({
  id: document.id,
  type: document.type,
  digest: await digestOf(document),
  ...validTo(document, offset),
  ...(document.supersedes !== undefined && { supersedes: document.supersedes }),
})
