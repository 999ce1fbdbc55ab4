import { portfolioColumns } from './columns.ts'
import { linesOf } from './lines.ts'
import type { PortfolioMap } from './map.ts'

/** What may stand between two fields. */
const separators = [',', ';', '\t', '|'] as const
type Separator = (typeof separators)[number]

const isBlank = (text: string): boolean => /^[\s,;|"]*$/.test(text)
/** Excel's own first line, which names the separator and is no row. */
const stated = /^"?sep=[,;|\t]"?[\s,;|]*$/i

const columnsIn = (line: string, separator: string, known: ReadonlySet<string>): number =>
  line.split(separator).filter((name) => known.has(name.replaceAll('"', '').trim())).length

export interface Layout {
  readonly separator: Separator
  /** Line on which Excel names the separator. */
  readonly statedOn: number | null
  /** Does the first row name any of the columns, whatever the separator? */
  readonly hasHeader: boolean
}

/** The separator by which the header names most columns, whatever the file states. */
export const layoutOf = (texts: Iterable<string>, { columns = {}, ignore = [] }: PortfolioMap): Layout => {
  const known = new Set<string>([...portfolioColumns, ...Object.keys(columns), ...ignore])
  let statedOn: number | null = null
  for (const { number, text } of linesOf(texts)) {
    if (text === null) return { separator: ',', statedOn, hasHeader: true }
    if (statedOn === null && stated.test(text)) {
      statedOn = number
      continue
    }
    if (isBlank(text)) continue
    const counts = separators.map((separator) => columnsIn(text, separator, known))
    const most = Math.max(...counts)
    return { separator: separators[counts.indexOf(most)] ?? ',', statedOn, hasHeader: most > 0 }
  }
  return { separator: ',', statedOn, hasHeader: false }
}
