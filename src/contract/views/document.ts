import * as z from 'zod'
import { documentTypes } from '../../domain/index.ts'
import { Digest, Facts, Instant, Reference } from '../../schemas/index.ts'
import { type DocumentRefView, known, type Unknown, Words } from '../wire.ts'

/** A paper on file. */
export interface DocumentView extends DocumentRefView {
  /** `checked`: its facts count for a decision; `rejected`: somebody looked, and it proves nothing. */
  state: 'unchecked' | 'checked' | 'rejected' | Unknown
  /** The hold or the proposal that it gives notice of. */
  for: string | null
  /** Since when its bytes are not kept any more; what was found in it stands. */
  purgedAt?: string | undefined
}

export const DocumentView: z.ZodType<DocumentView, DocumentView> = z.object({
  id: Reference,
  type: known(documentTypes),
  digest: Digest,
  facts: Facts.optional(),
  supersedes: Reference.optional(),
  state: known(['unchecked', 'checked', 'rejected']),
  for: Words.nullable(),
  purgedAt: Instant.optional(),
})
