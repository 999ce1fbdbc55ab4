import type { DocumentRef } from '../../domain/index.ts'
import { digestOf } from '../digest.ts'
import type { Document } from './document.ts'
import { factsOf } from './facts.ts'

/** How `documentRef` reads days that a paper states without a zone. */
export interface DocumentRefOptions {
  /** Offset of the place where the document's last day of validity ends. @default '+08:00' */
  readonly offset?: string
}

/**
 * What events carry of a document: its id, its type, the digest of its canonical JSON and the facts that decisions need.
 *
 * @example event.documents = [await documentRef(licence)]
 */
export const documentRef = async (
  document: Document,
  { offset = '+08:00' }: DocumentRefOptions = {},
): Promise<DocumentRef> => {
  const facts = factsOf(document, offset)
  return {
    id: document.id,
    type: document.type,
    digest: await digestOf(document),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(document.supersedes !== undefined && { supersedes: document.supersedes }),
  }
}
