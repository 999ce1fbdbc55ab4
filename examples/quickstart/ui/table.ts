import { padEnd, padStart, widthOf } from './width.ts'

export interface Column {
  readonly head: string
  /** Figures stand at the right. */
  readonly right?: boolean
}

/** Lines of a table: heads, a rule, rows; as wide as its widest cells. */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const widths = columns.map(({ head }, place) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[place] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ right }, place) => (right ? padStart : padEnd)(cells[place] ?? '', widths[place] ?? 0))
      .join('  ')
      .trimEnd()
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(line),
  ]
}
