import { type InputIssue, InvalidInputError } from '../../errors/index.ts'
import { pointer } from '../forms/pointer.ts'
import { type PortfolioColumn, portfolioColumns, requiredColumns } from './columns.ts'
import type { CsvRow } from './csv.ts'
import { columnOf, type PortfolioMap } from './map.ts'
import type { Layout } from './separator.ts'

const isColumn = (name: string): name is PortfolioColumn =>
  (portfolioColumns as readonly string[]).includes(name)

/**
 * The columns in the order of the file; null where a field has no name, as behind the last column of many spreadsheets,
 * undefined where it is to be left alone.
 *
 * @throws InvalidInputError UNKNOWN_COLUMN, DUPLICATE_COLUMN, MISSING_COLUMN: each with the name of the column in its
 * path; NO_HEADER where no column is named; a header that cannot be read at all by its own code.
 */
export const readHeader = (
  row: CsvRow | undefined,
  { hasHeader }: Layout,
  map: PortfolioMap,
): readonly (PortfolioColumn | null | undefined)[] => {
  const line = row?.line ?? 1
  if (!hasHeader) throw new InvalidInputError({ issues: [{ path: '', code: 'NO_HEADER', line }] })
  if (row !== undefined && row.fault !== null)
    throw new InvalidInputError({ issues: [{ path: '', code: row.fault, line }] })
  const theirs = (row?.fields ?? []).map((name) => name.trim())
  const names = theirs.map((name) => columnOf(map, name))
  const issues = names.flatMap((name, place): readonly InputIssue[] => {
    if (name === undefined || name === '') return []
    const at = { path: pointer([theirs[place] ?? name]), line, column: place + 1 }
    if (!isColumn(name)) return [{ ...at, code: 'UNKNOWN_COLUMN' }]
    return names.indexOf(name) === place ? [] : [{ ...at, code: 'DUPLICATE_COLUMN' }]
  })
  const missing = requiredColumns
    .filter((column) => !names.includes(column) && map.constants?.[column] === undefined)
    .map((column) => ({ path: pointer([column]), code: 'MISSING_COLUMN', line }))
  if (issues.length + missing.length > 0) throw new InvalidInputError({ issues: [...issues, ...missing] })
  return names.map((name) => (name === undefined ? undefined : isColumn(name) ? name : null))
}
