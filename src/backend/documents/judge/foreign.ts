import type { ContentFault } from '../../../domain/index.ts'
import { standsAt } from './bytes.ts'

/** What browsers and servers would carry out. Each is long enough not to come about by chance in packed bytes. */
const markup =
  /<(?:script|html|body|svg|iframe|object|embed)[\s>/]|<!doctype\s|<!entity\s|<\?(?:php\s|=\s?\$_)|<%\s?(?:eval|@page)|<jsp:|#!\/(?:bin|usr)\//i

/** Marks of other files at their fixed places. */
const elsewhere: readonly (readonly [number, string])[] = [
  [257, 'ustar'],
  [0x8001, 'CD001'],
  [128, 'DICM'],
]

/** Archives that are found wherever they begin. */
const archives = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', 'MSCF\0\0\0\0'] as const

/** Readers of ZIP look for its directory from the end, whatever stands before it. */
const zipDirectory = 'PK\x05\x06\0\0\0\0'
const zipTail = 22 + 0xffff + 1024

/**
 * Could somebody else take the same bytes for another kind of file?
 *
 * @param text The bytes as `latin1`.
 */
export const foreignFault = (bytes: Uint8Array, text: string): ContentFault | undefined => {
  if (elsewhere.some(([place, mark]) => standsAt(bytes, place, mark))) return 'CONTENT_AMBIGUOUS'
  if (archives.some((mark) => text.includes(mark))) return 'CONTENT_AMBIGUOUS'
  if (text.indexOf(zipDirectory, Math.max(0, text.length - zipTail)) >= 0) return 'CONTENT_AMBIGUOUS'
  return markup.test(text) ? 'CONTENT_AMBIGUOUS' : undefined
}
