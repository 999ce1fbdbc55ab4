/** A value in a table. */
export type Cell = string | number | boolean | null | undefined

/** What a program for tables takes for a formula and carries out, where a cell begins with it. (OWASP, CSV injection) */
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/

/** A number may begin with a minus: it is not text. */
const cellText = (value: Cell): string => {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  return formula.test(value) ? `'${value}` : value
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Excel reads a file as UTF-8 only where it begins with this. */
const byteOrderMark = '\uFEFF'

/**
 * A table as RFC 4180 has it: CRLF, quotes doubled, one line for the names. Text that a program would carry out as a formula begins with
 * an apostrophe. In UTF-8 with a byte order mark, so that Excel reads Chinese.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark +
  [header, ...rows].map((row) => `${row.map((cell) => quoted(cellText(cell))).join(',')}\r\n`).join('')
