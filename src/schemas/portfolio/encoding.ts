import type { IssueCode } from '../forms/codes.ts'

/** How the text of a portfolio file is written as bytes. `gb18030` reads GBK and GB 2312 too, as Excel saves them in China. */
export const portfolioEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type PortfolioEncoding = (typeof portfolioEncodings)[number]

/** What a whole file says, and how it was read. Bytes that fit no text are U+FFFD in it. */
export interface FileText {
  readonly texts: readonly string[]
  readonly encoding: PortfolioEncoding
}

type Chunks = readonly Uint8Array[]

const decode = (chunks: Chunks, encoding: PortfolioEncoding, fatal: boolean): readonly string[] => {
  const decoder = new TextDecoder(encoding, { fatal })
  return [...chunks.map((chunk) => decoder.decode(chunk, { stream: true })), decoder.decode()]
}

/** The text, if every byte belongs to it. */
const wholly = (chunks: Chunks, encoding: PortfolioEncoding): readonly string[] | null => {
  try {
    return decode(chunks, encoding, true)
  } catch {
    return null
  }
}

// Patterns here look for one character: files are large, and a pattern that runs along a text may run out of stack.
const isAscii = (texts: readonly string[]): boolean => !texts.some((text) => /[^\0-\x7F]/.test(text))

const signatures: readonly (readonly [PortfolioEncoding | 'workbook', readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  // the first bytes of .xlsx and of .xls
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
]

/** The first bytes tell: a byte order mark, or the zeros beside each letter of the header in UTF-16. */
const signature = (chunks: Chunks): PortfolioEncoding | 'workbook' | undefined => {
  const first: number[] = []
  for (const chunk of chunks) {
    first.push(...chunk.subarray(0, 4 - first.length))
    if (first.length === 4) break
  }
  const known = signatures.find(([, bytes]) => bytes.every((byte, place) => first[place] === byte))
  if (known) return known[0]
  if (first.length < 2 || first[0] === first[1]) return undefined
  return first[1] === 0 ? 'utf-16le' : first[0] === 0 ? 'utf-16be' : undefined
}

/** In GB 2312 both bytes of a character are A1 or more; two bytes of UTF-8 are only when the last six bits are 21 or more. */
const fitsGb2312 = (character: string): boolean => (character.charCodeAt(0) & 0x3f) >= 0x21

/**
 * Letters such as `é` stand alone between plain ones; Chinese names read as Latin come out as pairs of them. An accent may be a
 * character of its own.
 */
const isLatinWord = (word: string): boolean =>
  !/[^A-Za-z\u00C0-\u024F]/.test(word.replace(/[\u0300-\u031F]/g, '')) &&
  /[A-Za-z]/.test(word) &&
  word.split(/[\0-\x7F]+/).every((run) => run.length <= 1 || ![...run].every(fitsGb2312))

/** Scripts whose letters have two bytes each: with at least one letter somewhere that no common Chinese character looks like. */
const easternScripts = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic'].map(
  (script) => new RegExp(`[^\\p{Script=${script}}\\p{Mn}]`, 'u'),
)
const isEasternWord = (word: string): boolean => easternScripts.some((others) => !others.test(word))

/**
 * Is this text what was meant, and not GBK that happens to be valid UTF-8, as 小山石 is? A character of three bytes
 * settles it; where there is none, the words must be words of one script.
 */
const isMeant = (texts: readonly string[]): boolean => {
  if (texts.some((text) => /[^\0-\u07FF]/.test(text))) return true
  const words = texts
    .join('')
    .split(/[^\p{L}\p{M}\u0080-\u07FF]+/u)
    .filter((word) => /[^\0-\x7F]/.test(word))
  const eastern = words.filter((word) => !isLatinWord(word))
  return eastern.every(isEasternWord) && (eastern.length === 0 || ![...eastern.join('')].every(fitsGb2312))
}

/** Chinese characters, and what stands between them; nothing else beyond ASCII. */
const isChinese = (texts: readonly string[] | null): boolean =>
  texts !== null &&
  !texts.some((text) => /[^\0-\x7F\p{Script=Han}\u00B7\u2010-\u2027\u3000-\u303F\uFF00-\uFFEF]/u.test(text))

const readAs = (chunks: Chunks, encoding: PortfolioEncoding): FileText => ({
  texts: decode(chunks, encoding, false),
  encoding,
})

const undeclared = (chunks: Chunks): FileText | IssueCode => {
  const texts = wholly(chunks, 'utf-8')
  if (texts === null && isChinese(wholly(chunks, 'gb18030'))) return 'LOOKS_LIKE_GB18030'
  if (texts !== null && !isAscii(texts) && !isMeant(texts)) return 'ENCODING_UNCLEAR'
  return readAs(chunks, 'utf-8')
}

/** Chinese in UTF-8 reads as other Chinese in GB18030, often without an error. */
const isChineseUtf8 = (chunks: Chunks): boolean =>
  wholly(chunks, 'utf-8')?.some((text) => /[^\0-\u07FF]/.test(text)) ?? false

/**
 * The text of a whole file, or the one thing that is wrong with it. Nothing is guessed: a file without a signature is
 * UTF-8, or it says what it is, or the caller does.
 */
export const textOf = (chunks: Chunks, stated: PortfolioEncoding | undefined): FileText | IssueCode => {
  const signed = signature(chunks)
  if (signed === 'workbook') return 'LOOKS_LIKE_WORKBOOK'
  if (signed !== undefined && stated !== undefined && signed !== stated) return 'ENCODING_CONTRADICTED'
  if (signed !== undefined) return readAs(chunks, signed)
  if (stated === 'gb18030' && isChineseUtf8(chunks)) return 'ENCODING_CONTRADICTED'
  if (stated !== undefined && stated !== 'utf-8') return readAs(chunks, stated)
  const found = undeclared(chunks)
  // whoever says UTF-8 has answered what was unclear
  return found === 'ENCODING_UNCLEAR' && stated === 'utf-8' ? readAs(chunks, stated) : found
}
