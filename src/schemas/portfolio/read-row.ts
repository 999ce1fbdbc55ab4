import type * as z from 'zod'
import type { IssueCode } from '../forms/codes.ts'
import { type FormIssue, type IssueParams, issuesOf } from '../forms/issue.ts'
import { pointer } from '../forms/pointer.ts'
import { cellText } from './cells.ts'
import { type PortfolioColumn, type PortfolioRow, requiredColumns } from './columns.ts'
import { type CsvRow, csvLimits } from './csv.ts'
import { longestLine } from './lines.ts'
import { oursOf, type PortfolioMap } from './map.ts'
import type { WholeFile } from './whole-file.ts'

/** One problem of a row. `column` is the name in the header, or empty where the row as a whole is meant. */
export interface PortfolioIssue extends FormIssue {
  readonly column: PortfolioColumn | ''
  /** What the file calls the column, where `map` says so. */
  readonly named?: string
}

/** A row as far as it could be read. */
export interface ReadRow {
  readonly line: number
  /** As written, without the empty fields; none where the row cannot be read at all. */
  readonly raw: Readonly<Partial<Record<PortfolioColumn, string>>>
  readonly row: PortfolioRow | null
  readonly issues: readonly PortfolioIssue[]
}

export const issueAt = (
  column: PortfolioColumn | '',
  code: IssueCode,
  params: IssueParams = {},
): PortfolioIssue => ({
  column,
  path: column === '' ? '' : pointer([column]),
  code,
  params,
})

const limits: Partial<Record<IssueCode, number>> = {
  FIELD_TOO_LONG: csvLimits.field,
  LINE_TOO_LONG: longestLine,
}
const maximum = (code: IssueCode): IssueParams => {
  const limit = limits[code]
  return limit === undefined ? {} : { maximum: limit }
}

/** Inside of a field, such as one of several hold codes, is still that column. */
const inColumn = ({ path, code, params }: FormIssue): PortfolioIssue =>
  issueAt((path.split('/')[1] ?? '') as PortfolioColumn | '', code, params)

/** One complaint per column is enough: the first one says what is wrong. */
const onePerColumn = (issues: readonly PortfolioIssue[]): readonly PortfolioIssue[] =>
  issues.filter(({ column }, place) => issues.findIndex((other) => other.column === column) === place)

/** How rows of a file are read. */
export interface RowReading {
  /** Null: a field without a name, where nothing may stand; undefined: one that is left alone. */
  readonly header: readonly (PortfolioColumn | null | undefined)[]
  readonly map: PortfolioMap
  readonly schema: z.ZodType<PortfolioRow>
  /** The file is not what it should be: text beyond ASCII may read as something else, wherever it stands. */
  readonly damaged: WholeFile['damaged']
}

/** What a spreadsheet shows where it has no value: #N/A, #REF!, #NAME?, and signs where a column is too narrow. */
const cellError = /^#(?:[A-Z0-9/_]{2,12}[!?]|N\/A|GETTING_DATA|#+)$/i

const judge = (raw: ReadRow['raw'], { schema, damaged }: RowReading): Pick<ReadRow, 'row' | 'issues'> => {
  const garbled =
    damaged === null
      ? []
      : Object.entries(raw)
          .filter(([, text]) => /[^\0-\x7F]/.test(text))
          .map(([column]) => issueAt(column as PortfolioColumn, damaged))
  const spoilt = Object.entries(raw)
    .filter(([, text]) => cellError.test(text))
    .map(([column]) => issueAt(column as PortfolioColumn, 'CELL_ERROR'))
  const before = [...garbled, ...spoilt]
  const parsed = schema.safeParse(raw)
  if (parsed.success && before.length === 0) return { row: parsed.data, issues: [] }
  const issues = parsed.success ? [] : issuesOf(parsed.error.issues, raw)
  return {
    row: null,
    issues: onePerColumn([...before, ...issues.map(inColumn)]),
  }
}

/** More fields than the header has are no harm as long as they are empty; fewer may be a row that was cut off. */
const countFault = (texts: readonly string[], header: RowReading['header']): PortfolioIssue | undefined => {
  const named = header.findLastIndex((column) => column !== null) + 1
  if (texts.length < named || texts.slice(header.length).some((text) => text !== ''))
    return issueAt('', 'WRONG_FIELD_COUNT', { found: texts.length, expected: named })
  const stray = header.findIndex((column, place) => column === null && (texts[place] ?? '') !== '')
  return stray === -1 ? undefined : issueAt('', 'UNNAMED_COLUMN', { place: stray + 1 })
}

/** Reads one row by its header. */
export const readRow = ({ line, fields, fault }: CsvRow, reading: RowReading): ReadRow => {
  if (fault !== null) return { line, raw: {}, row: null, issues: [issueAt('', fault, maximum(fault))] }
  const texts = fields.map(cellText)
  const { header, map } = reading
  const said = header.flatMap((column, place) => {
    const text = texts[place] ?? ''
    return column && text !== '' ? [[column, oursOf(map, column, text)]] : []
  })
  const raw = { ...map.constants, ...Object.fromEntries(said) } as ReadRow['raw']
  const miscounted = countFault(texts, header)
  return miscounted ? { line, raw, row: null, issues: [miscounted] } : { line, raw, ...judge(raw, reading) }
}

/** Which terminal a row is about, as far as it says so. */
export const terminalKey = ({ raw }: ReadRow): string | null => {
  const [acquirerId, merchantId, terminalId] = requiredColumns.map((column) => raw[column])
  return acquirerId && merchantId && terminalId ? `${acquirerId},${merchantId},${terminalId}` : null
}
