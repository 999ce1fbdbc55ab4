import * as z from 'zod'
import { DocumentRef, Facts } from '../document-ref.ts'
import { Digest, Reference } from '../primitives.ts'

/**
 * A paper comes on file, by its digest and its facts; its bytes are elsewhere. What it counts for is judged where
 * it is needed.
 */
export const DocumentAdded = z.strictObject({
  type: z.literal('document.added'),
  document: DocumentRef,
  /** The hold or the proposal that it gives notice of. */
  for: Reference.optional(),
})
export interface DocumentAdded extends z.output<typeof DocumentAdded> {}

/** Somebody at the provider has looked at a paper: its facts, or `null` where it is no good. */
export const DocumentChecked = z.strictObject({
  type: z.literal('document.checked'),
  documentId: Reference,
  digest: Digest,
  facts: Facts.nullable(),
})
export interface DocumentChecked extends z.output<typeof DocumentChecked> {}

export const paperEvents = [DocumentAdded, DocumentChecked] as const
export type PaperEvent = DocumentAdded | DocumentChecked
