import type { ContentFault, DocumentType } from '../../../domain/index.ts'
import { agreesWithName, isDocumentMedia } from '../../../schemas/index.ts'
import { latin1, standsAt } from './bytes.ts'
import { foreignFault } from './foreign.ts'
import { jpegFault } from './jpeg.ts'
import { paperFault } from './paper.ts'
import { pdfFault } from './pdf.ts'
import { pngFault } from './png.ts'

/** What whoever uploads says that a document is; the bytes are held against it. */
export interface DeclaredContent {
  readonly type: DocumentType
  readonly mediaType: string
  readonly name?: string | undefined
}

/** By the first bytes; a structured paper has none of its own. */
const sniffed = (bytes: Uint8Array): string | undefined => {
  if (standsAt(bytes, 0, '%PDF-')) return 'application/pdf'
  if (standsAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (standsAt(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg'
  return standsAt(bytes, 0, '{') ? 'application/json' : undefined
}

const structureFault = (
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
  mediaType: string,
): Promise<ContentFault | undefined> | ContentFault | undefined => {
  if (mediaType === 'application/pdf') return pdfFault(bytes, text)
  return mediaType === 'image/png' ? pngFault(bytes) : jpegFault(bytes)
}

/**
 * What is wrong with a document's content, judged by the bytes themselves: that it is what it was declared to be, whole, nothing
 * else beside it, and that it does nothing by itself. `undefined`: nothing is.
 *
 * @example await contentFault(bytes, { type: 'business_licence', mediaType: 'image/jpeg', name: 'licence.jpg' })
 */
export const contentFault = async (
  bytes: Uint8Array<ArrayBuffer>,
  { type, mediaType, name }: DeclaredContent,
): Promise<ContentFault | undefined> => {
  const agrees = isDocumentMedia(mediaType) && (name === undefined || agreesWithName(name, mediaType))
  if (!agrees || sniffed(bytes) !== mediaType) return 'CONTENT_NOT_AS_DECLARED'
  if (mediaType === 'application/json') return paperFault(bytes, type)
  const text = latin1(bytes)
  return (await structureFault(bytes, text, mediaType)) ?? foreignFault(bytes, text)
}
