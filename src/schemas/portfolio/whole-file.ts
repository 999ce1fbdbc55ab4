import { InvalidInputError } from '../../errors/index.ts'
import type { IssueCode } from '../forms/codes.ts'
import { type PortfolioEncoding, textOf } from './encoding.ts'
import { longestLine } from './lines.ts'
import { isReadTwice } from './read-twice.ts'

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
    if (size > largestPortfolio) refuse('FILE_TOO_BIG')
    chunks.push(chunk)
  }
  return chunks
}

/** A whole file. `damaged`: some of its bytes fit no text, so that beyond ASCII nothing in it can be trusted. */
export interface WholeFile {
  readonly texts: readonly string[]
  readonly damaged: 'NOT_UTF8' | 'ENCODING_BROKEN' | null
}

/** Line ends of other systems: what ends the header ends every line. LF is one anyway, and a CR before it. */
const otherEnds = /[\r\v\f\u0085\u2028\u2029]/
const withLineEnds = (texts: readonly string[]): readonly string[] => {
  let start = ''
  for (const text of texts) {
    start += text.slice(0, longestLine)
    if (start.length > longestLine) break
  }
  // between quotation marks they end nothing
  const [header = ''] = start
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/\r*\n/, 1)
  const [end] = otherEnds.exec(header) ?? []
  if (end === undefined) return texts
  // cut between CR and LF, a chunk leaves a blank line: it is none of the rows
  return texts.map((text) => text.replaceAll(end === '\r' ? /\r\n?/g : end, '\n'))
}

/** What reading UTF-8 as GBK makes of bytes that fit no text; two of the three tell, where the file was cut between chunks. */
const isMarked = (text: string): boolean => /\uFFFD|锟斤|斤拷/.test(text)

const isText = (chunk: string | Uint8Array): chunk is string => typeof chunk === 'string'

/**
 * The text of a file, read to its end before anything is said of it: one wrong byte on the last line tells how the first
 * was meant.
 *
 * @throws InvalidInputError with one issue that names what the file is.
 */
export const readWhole = async (
  source: AsyncIterable<string | Uint8Array>,
  stated: PortfolioEncoding | undefined,
): Promise<WholeFile> => {
  const chunks = await gather(source)
  const encoder = new TextEncoder()
  // Strings were decoded before they came here, as UTF-8 more often than not.
  const found = chunks.every(isText)
    ? { texts: chunks, encoding: 'utf-8' as const }
    : textOf(
        chunks.map((chunk) => (isText(chunk) ? encoder.encode(chunk) : chunk)),
        stated,
      )
  if (typeof found === 'string') return refuse(found)
  const { texts, encoding } = found
  const first = texts.findIndex((text) => text !== '')
  const bare = texts.map((text, place) => (place === first ? text.replace(/^\uFEFF/, '') : text))
  const broken = encoding === 'utf-8' ? 'NOT_UTF8' : 'ENCODING_BROKEN'
  return {
    texts: withLineEnds(bare),
    // One that stands in the file itself was made elsewhere, by reading the wrong way.
    damaged: bare.some(isMarked) || isReadTwice(bare) ? broken : null,
  }
}
