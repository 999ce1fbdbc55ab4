import type { ContentFault } from '../../../domain/index.ts'
import { latin1, standsAt } from './bytes.ts'
import { inflated } from './inflated.ts'

/** Names that let a document act, or carry other files. They count wherever they stand, also in what looks like a picture. */
const active = new Set([
  ...['JavaScript', 'OpenAction', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'SubmitForm'],
  ...['ImportData', 'GoToE', 'GoToR', 'Rendition'],
])
/** Too short to be told from packed bytes: they count in the structure alone. */
const activeInStructure = new Set(['JS', 'AA', 'EF', 'XFA', 'Sound', 'Movie', '3D'])

const name = /\/([^\s()<>[\]{}/%]{1,127})(\s*\[)?/g

/** Any letter of a name may be written as its number. */
const plain = (written: string): string =>
  written.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )

const namesIn = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [, written = '', list] of text.matchAll(name)) {
    const word = plain(written)
    // a place to be shown first is no action
    if (word !== 'OpenAction' || list === undefined) found.add(word)
  }
  return found
}

const hasAny = (found: ReadonlySet<string>, names: ReadonlySet<string>): boolean =>
  [...names].some((word) => found.has(word))

interface Parts {
  /** Everything but the bytes of streams. */
  readonly structure: string
  /** Streams that hold further objects, packed. */
  readonly packed: readonly Packed[]
}

interface Packed {
  readonly head: string
  readonly from: number
  readonly to: number
}

/** An object that stands inside a stream is there for a reader that looks elsewhere for objects. */
const object = /\d\s+\d{1,5}\s+obj\b/
const streamStart = /stream\r?\n/g

/** A stream ends where its end is written, whatever length it claims. */
const partsOf = (text: string): Parts | undefined => {
  const structure: string[] = []
  const packed: Packed[] = []
  let place = 0
  for (;;) {
    streamStart.lastIndex = place
    const start = streamStart.exec(text)
    const from = start ? start.index + start[0].length : text.length
    const head = text.slice(place, from)
    structure.push(head)
    if (!start) return { structure: structure.join('\n'), packed }
    const to = text.indexOf('endstream', from)
    if (to < 0 || object.test(text.slice(from, to))) return undefined
    const own = head.slice(Math.max(0, head.lastIndexOf(' obj')))
    const words = namesIn(own)
    if (words.has('ObjStm') || (words.has('First') && words.has('N'))) packed.push({ head: own, from, to })
    place = to + 'endstream'.length
  }
}

const tail = /startxref\s{1,4}(\d{1,10})\s{1,4}%%EOF[\r\n \t]{0,16}$/

/** The last table of contents must be there where the end of the file says. */
const isWhole = (bytes: Uint8Array, text: string): boolean => {
  const place = Number(tail.exec(text.slice(-256))?.[1] ?? Number.NaN)
  if (!(place > 0 && place < bytes.length)) return false
  const there = text.slice(place, place + 40)
  return /^\s{0,4}(xref\s|\d{1,10}\s+\d{1,5}\s+obj)/.test(there)
}

const structureFault = (structure: string): ContentFault | undefined => {
  const found = namesIn(structure)
  if (found.has('Encrypt')) return 'CONTENT_ENCRYPTED'
  return hasAny(found, activeInStructure) ? 'CONTENT_ACTIVE' : undefined
}

/** Without the line end that may stand before `endstream`. */
const dataOf = (bytes: Uint8Array<ArrayBuffer>, { head, from, to }: Packed): Uint8Array<ArrayBuffer> => {
  const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN)
  if (from + length <= to && to - from - length <= 2) return bytes.subarray(from, from + length)
  const lineEnd = bytes[to - 1] === 10 ? (bytes[to - 2] === 13 ? 2 : 1) : 0
  return bytes.subarray(from, to - lineEnd)
}

/** Objects in packed streams; in any other packing than the common one nobody could tell. */
const packedFault = async (
  bytes: Uint8Array<ArrayBuffer>,
  { packed }: Parts,
): Promise<ContentFault | undefined> => {
  for (const part of packed) {
    const { head } = part
    const words = namesIn(head)
    if (!words.has('FlateDecode') || words.has('DecodeParms') || /\/Filter\s*\[[^\]]*\/[^\]]*\//.test(head))
      return 'CONTENT_DAMAGED'
    const inner = await inflated(dataOf(bytes, part))
    if (!inner) return 'CONTENT_DAMAGED'
    const text = latin1(inner)
    if (hasAny(namesIn(text), active)) return 'CONTENT_ACTIVE'
    const fault = structureFault(text)
    if (fault) return fault
  }
  return undefined
}

/** Begins and ends with the file, and does nothing by itself. Updates that were added to it are read like the rest. */
export const pdfFault = async (
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<ContentFault | undefined> => {
  if (!standsAt(bytes, 0, '%PDF-') || !/^%PDF-(1\.[0-7]|2\.0)\s/.test(text.slice(0, 12)))
    return 'CONTENT_DAMAGED'
  const parts = partsOf(text)
  if (!parts) return 'CONTENT_DAMAGED'
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) return 'CONTENT_DAMAGED'
  if (!/^[\r\n \t]{0,16}$/.test(text.slice(end + 5, end + 64))) return 'CONTENT_AMBIGUOUS'
  if (!isWhole(bytes, text)) return 'CONTENT_DAMAGED'
  if (hasAny(namesIn(text), active)) return 'CONTENT_ACTIVE'
  return structureFault(parts.structure) ?? (await packedFault(bytes, parts))
}
