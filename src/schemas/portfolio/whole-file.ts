import { InvalidInputError } from '../../errors/index.ts'
import type { IssueCode } from '../forms/codes.ts'
import { type FileText, type PortfolioEncoding, textOf } from './encoding.ts'

/** Largest file that is read, in bytes or characters: it is judged as a whole, and so kept as a whole. */
export const largestPortfolio = 256 * 1024 * 1024

const refuse = (code: IssueCode): never => {
  throw new InvalidInputError({ issues: [{ path: '', code }] })
}

const gather = async (
  source: AsyncIterable<string | Uint8Array>,
): Promise<readonly (string | Uint8Array)[]> => {
  const chunks: (string | Uint8Array)[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > largestPortfolio) refuse('TOO_BIG')
    chunks.push(chunk)
  }
  return chunks
}

/** Text that was decoded before it came here: a replaced character shows that it was decoded wrongly. */
const givenText = (texts: readonly string[]): FileText => ({
  texts,
  damaged: texts.some((text) => text.includes('\uFFFD')) ? 'NOT_UTF8' : null,
})

/** Line ends of old Macs; a file with any LF has none of them. */
const withLineEnds = (texts: readonly string[]): readonly string[] =>
  texts.some((text) => text.includes('\n')) ? texts : texts.map((text) => text.replaceAll('\r', '\n'))

const isText = (chunk: string | Uint8Array): chunk is string => typeof chunk === 'string'

/**
 * The text of a file, read to its end before anything is said of it: one wrong byte on the last line tells how the first
 * was meant.
 *
 * @throws {InvalidInputError} with one issue that names what the file is.
 */
export const readWhole = async (
  source: AsyncIterable<string | Uint8Array>,
  encoding: PortfolioEncoding | undefined,
): Promise<FileText> => {
  const chunks = await gather(source)
  const encoder = new TextEncoder()
  const found = chunks.every(isText)
    ? givenText(chunks)
    : textOf(
        chunks.map((chunk) => (isText(chunk) ? encoder.encode(chunk) : chunk)),
        encoding,
      )
  if (typeof found === 'string') return refuse(found)
  const { texts, damaged } = found
  const first = texts.findIndex((text) => text !== '')
  const bare = texts.map((text, place) => (place === first ? text.replace(/^\uFEFF/, '') : text))
  // a U+FFFD that is written out was made elsewhere, by reading the wrong way
  const replaced = damaged ?? givenText(bare).damaged
  return { texts: withLineEnds(bare), damaged: replaced }
}
