import * as z from 'zod'
import { type DocumentRef as DomainDocumentRef, documentTypes } from '../domain/index.ts'
import { Digest, Instant, listOf, Reference } from './primitives.ts'

/** What an event carries of a document: never the document itself, the journal keeps events for years. */
export const DocumentRef: z.ZodType<DomainDocumentRef, DomainDocumentRef> = z.strictObject({
  id: Reference,
  type: z.enum(documentTypes),
  digest: Digest,
  /** End of validity, for papers that expire. */
  validTo: Instant.optional(),
  /** The document that this one replaces. */
  supersedes: Reference.optional(),
})
export type DocumentRef = DomainDocumentRef
export const DocumentRefs = listOf(DocumentRef, { max: 50 })
export const SomeDocumentRefs = listOf(DocumentRef, { min: 1, max: 50 })
