import type { IssueCode } from '../forms/codes.ts'
import { linesOf, type TextLine } from './lines.ts'

/** One record of a CSV file. */
export interface CsvRow {
  /** Where it starts, counted from 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** Why it cannot be read; `fields` is then empty. */
  readonly fault: IssueCode | null
}

/** Longest field, in characters, and most lines that one record may take up. */
export const csvLimits = { field: 4_000, lines: 20 } as const

/** The closing quotation mark of the field that opens at `open`; two in a row stand for one. -1: not in this text. */
const closing = (text: string, open: number): number => {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** `="0012"`, unquoted: how programs keep Excel from making a number of it. */
const isKeptAsText = (field: string): boolean => /^="[^"]*"$/.test(field)

/** Fields of one record by RFC 4180; `open` when it goes on behind the end of the text. */
const fieldsOf = (text: string, separator: string): readonly string[] | 'open' | 'stray' => {
  if (!text.includes('"')) return text.split(separator)
  const fields: string[] = []
  let at = 0
  for (;;) {
    const quoted = text[at] === '"'
    const close = quoted ? closing(text, at) : -1
    if (quoted && close === -1) return 'open'
    const next = text.indexOf(separator, quoted ? close + 1 : at)
    const end = next === -1 ? text.length : next
    const field = quoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, end)
    if (quoted ? end !== close + 1 : field.includes('"') && !isKeptAsText(field)) return 'stray'
    fields.push(field)
    if (next === -1) return fields
    at = next + 1
  }
}

const faulty = (line: number, fault: IssueCode): CsvRow => ({ line, fields: [], fault })

const rowOf = (line: number, text: string, separator: string): CsvRow | 'open' => {
  const fields = fieldsOf(text.endsWith('\r') ? text.slice(0, -1) : text, separator)
  if (fields === 'open') return 'open'
  if (fields === 'stray') return faulty(line, 'STRAY_QUOTE')
  if (fields.some((field) => field.length > csvLimits.field)) return faulty(line, 'FIELD_TOO_LONG')
  return { line, fields, fault: null }
}

const isBlank = (text: string): boolean => text === '' || text === '\r'

/**
 * Records of a CSV file: a separator, quotation marks, CRLF or LF, line ends inside quotation marks.
 * A quotation mark that is never closed spoils its own line only: the lines behind it are read again by themselves.
 */
export function* csvRows(texts: Iterable<string>, separator = ','): Generator<CsvRow> {
  const lines = linesOf(texts)
  const ahead: TextLine[] = []
  const next = (): TextLine | undefined => {
    const { value, done } = lines.next()
    return done === true ? undefined : value
  }
  for (;;) {
    const first = ahead.shift() ?? next()
    if (first === undefined) return
    if (first.text === null) yield faulty(first.number, 'LINE_TOO_LONG')
    if (first.text === null || isBlank(first.text)) continue
    let text = first.text
    let row = rowOf(first.number, text, separator)
    for (let used = 0; row === 'open' && used < csvLimits.lines - 1; used += 1) {
      if (ahead[used] === undefined) {
        const line = next()
        if (line === undefined) break
        ahead.push(line)
      }
      const following = ahead[used]?.text
      if (following === undefined || following === null) break
      text += `\n${following}`
      row = rowOf(first.number, text, separator)
      if (row !== 'open') ahead.splice(0, used + 1)
    }
    yield row === 'open' ? faulty(first.number, 'UNTERMINATED_QUOTE') : row
  }
}
