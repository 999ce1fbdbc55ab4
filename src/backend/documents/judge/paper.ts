import { readJson } from '../../../contract/index.ts'
import type { ContentFault, DocumentType } from '../../../domain/index.ts'
import { canonicalJson, Document, documentLimits, parseForm } from '../../../schemas/index.ts'

/** Too deep, too wide, or a key that is there twice: nothing is built of it. */
const read = (bytes: Uint8Array): { text: string; value: unknown } | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const { depth, members } = documentLimits
    const found = readJson(text, { depth, members })
    return 'value' in found ? { text, value: found.value } : undefined
  } catch {
    return undefined
  }
}

/** A structured paper in its one spelling: two papers that say the same have the same digest. */
export const paperFault = (bytes: Uint8Array, type: DocumentType): ContentFault | undefined => {
  if (bytes.length > documentLimits.largestPaper) return 'PAPER_NOT_CANONICAL'
  const found = read(bytes)
  if (!found || canonicalJson(found.value) !== found.text) return 'PAPER_NOT_CANONICAL'
  const paper = parseForm(Document, found.value)
  // also what a schema would have put right, such as blanks at an end
  const isOfItsType = paper.success && paper.data.type === type && canonicalJson(paper.data) === found.text
  return isOfItsType ? undefined : 'PAPER_NOT_OF_ITS_TYPE'
}
