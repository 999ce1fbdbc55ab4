import * as z from 'zod'
import { type BlockerCode, blockerCodes, type DocumentType, documentTypes } from '../../domain/index.ts'
import { known, list, type Unknown, Words } from '../wire.ts'

/** A paper that is wanted, and why what is on file of its kind does not count. */
export interface WantedPaperView {
  /** One of these will do. */
  anyOf: readonly (DocumentType | Unknown)[]
  onFile: readonly { documentId: string; code: BlockerCode | Unknown; fact?: string | undefined }[]
}

export const WantedPaperView: z.ZodType<WantedPaperView, WantedPaperView> = z.object({
  anyOf: list(known(documentTypes)),
  onFile: list(z.object({ documentId: Words, code: known(blockerCodes), fact: Words.optional() })),
})
