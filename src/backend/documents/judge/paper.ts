import type { DocumentType } from '../../../domain/index.ts'
import { canonicalJson, Document, documentLimits, parseForm } from '../../../schemas/index.ts'
import type { ContentFault } from './faults.ts'

const children = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

const isTooBig = (value: unknown): boolean => {
  let level: readonly unknown[] = [value]
  let members = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    members += level.length
    if (depth > documentLimits.depth || members > documentLimits.members) return true
    level = level.flatMap(children)
  }
  return false
}

const readJson = (bytes: Uint8Array): { text: string; value: unknown } | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** A structured paper in its one spelling: two papers that say the same have the same digest. */
export const paperFault = (bytes: Uint8Array, type: DocumentType): ContentFault | undefined => {
  if (bytes.length > documentLimits.largestPaper) return 'PAPER_NOT_CANONICAL'
  const read = readJson(bytes)
  if (!read || isTooBig(read.value) || canonicalJson(read.value) !== read.text) return 'PAPER_NOT_CANONICAL'
  const paper = parseForm(Document, read.value)
  // also what a schema would have put right, such as blanks at an end
  const isOfItsType = paper.success && paper.data.type === type && canonicalJson(paper.data) === read.text
  return isOfItsType ? undefined : 'PAPER_NOT_OF_ITS_TYPE'
}
