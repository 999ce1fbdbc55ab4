/**
 * What starts a formula in a spreadsheet, of any width, or such a text that has its apostrophe already; a tab or a line end first
 * can move what follows into a cell of its own. (OWASP, CSV injection)
 */
const formula = /^[\s']*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20\t\r\n]/

/** A value in a table. */
export type CsvCell = string | number | boolean | null | undefined

/**
 * A field as it was meant: without blanks around it, without Excel's `="0012"`, without the apostrophe that keeps a
 * spreadsheet from calculating.
 */
export const cellText = (field: string): string => {
  const text = field.trim()
  const kept = /^="([^"]*)"$/.exec(text)?.[1]
  if (kept !== undefined) return kept.trim()
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1).trim() : text
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`

/** A field as a file has it: what a spreadsheet would take for a formula gets an apostrophe before it. */
const csvField = (cell: CsvCell, separator: string): string => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  // A number may begin with a minus: it is not text. Nothing but blanks is no formula.
  const safe = typeof cell === 'string' && formula.test(text.trimEnd()) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) || safe !== safe.trim() ? quoted(safe) : safe
}

/**
 * Rows as a CSV file that a spreadsheet opens without calculating: a text that begins with `=`, `+`, `-`, `@`, a tab or a line
 * end gets an apostrophe, which `readPortfolio` takes away again; a number stays one. Begins with a byte order mark, by which Excel knows UTF-8.
 *
 * @example csvText([['merchantName'], ['=1+1']]) // '\uFEFFmerchantName\r\n\'=1+1\r\n'
 */
export const csvText = (rows: Iterable<readonly CsvCell[]>, separator: ',' | ';' | '\t' = ','): string => {
  let text = '\uFEFF'
  for (const row of rows) text += `${row.map((field) => csvField(field, separator)).join(separator)}\r\n`
  return text
}
