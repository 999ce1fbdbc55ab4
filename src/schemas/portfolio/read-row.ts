import type * as z from 'zod'
import type { IssueCode } from '../forms/codes.ts'
import { type FormIssue, type IssueParams, issuesOf } from '../forms/issue.ts'
import { pointer } from '../forms/pointer.ts'
import { type PortfolioColumn, type PortfolioRow, requiredColumns } from './columns.ts'
import { type CsvRow, csvLimits } from './csv.ts'
import { longestLine } from './lines.ts'

/** One problem of a row. `column` is the name in the header, or empty where the row as a whole is meant. */
export interface PortfolioIssue extends FormIssue {
  readonly column: PortfolioColumn | ''
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

const judge = (raw: ReadRow['raw'], schema: z.ZodType<PortfolioRow>): Pick<ReadRow, 'row' | 'issues'> => {
  const garbled = Object.entries(raw)
    .filter(([, text]) => text.includes('\uFFFD'))
    .map(([column]) => issueAt(column as PortfolioColumn, 'NOT_UTF8'))
  const parsed = schema.safeParse(raw)
  if (parsed.success && garbled.length === 0) return { row: parsed.data, issues: [] }
  const issues = parsed.success ? [] : issuesOf(parsed.error.issues, raw)
  return {
    row: null,
    issues: onePerColumn([...garbled, ...issues.map(inColumn)]),
  }
}

/** Reads one row by its header. */
export const readRow = (
  { line, fields, fault }: CsvRow,
  header: readonly PortfolioColumn[],
  schema: z.ZodType<PortfolioRow>,
): ReadRow => {
  if (fault !== null) return { line, raw: {}, row: null, issues: [issueAt('', fault, maximum(fault))] }
  const raw = Object.fromEntries(
    header.map((column, place) => [column, fields[place]?.trim() ?? '']).filter(([, text]) => text !== ''),
  ) as ReadRow['raw']
  if (fields.length !== header.length) {
    const counts = { found: fields.length, expected: header.length }
    return { line, raw, row: null, issues: [issueAt('', 'WRONG_FIELD_COUNT', counts)] }
  }
  return { line, raw, ...judge(raw, schema) }
}

/** Which terminal a row is about, as far as it says so. */
export const terminalKey = ({ raw }: ReadRow): string | null => {
  const [acquirerId, merchantId, terminalId] = requiredColumns.map((column) => raw[column])
  return acquirerId && merchantId && terminalId ? `${acquirerId},${merchantId},${terminalId}` : null
}
