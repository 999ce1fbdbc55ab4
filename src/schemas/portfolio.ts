import { InvalidInputError } from '../errors/index.ts'
import { type AcquirerProfile, acquirerProfiles } from './identifiers.ts'
import { cellText } from './portfolio/cells.ts'
import { rowSchema, terminalColumns } from './portfolio/columns.ts'
import { type CsvRow, csvRows } from './portfolio/csv.ts'
import { type PortfolioEncoding, portfolioEncodings } from './portfolio/encoding.ts'
import { readHeader } from './portfolio/header.ts'
import { type PortfolioMap, readMap, theirNameOf } from './portfolio/map.ts'
import { openingIssues } from './portfolio/openable.ts'
import {
  issueAt,
  type PortfolioIssue,
  type ReadRow,
  type RowReading,
  readRow,
  terminalKey,
} from './portfolio/read-row.ts'
import { layoutOf } from './portfolio/separator.ts'
import { type PortfolioInput, terminalOf } from './portfolio/terminal-of.ts'
import { readWhole, type WholeFile } from './portfolio/whole-file.ts'
import { Instant } from './primitives.ts'
import type { Merchant, Terminal } from './terminal.ts'

/** How a file of terminals is to be read. */
export interface PortfolioOptions {
  /** How the acquirer writes its numbers. @default acquirerProfiles.default */
  readonly profile?: AcquirerProfile
  /** Now, ISO 8601 with offset: no transaction is later. */
  readonly at: string
  /**
   * How the file is written, where it does not say so itself: `gb18030` for what Excel saves in China. Without it a file
   * without a signature is UTF-8 or refused. Text that comes as strings is decoded already.
   */
  readonly encoding?: PortfolioEncoding
  /** Names of columns and codes as somebody else writes them. */
  readonly map?: PortfolioMap | undefined
}

/** A terminal that can be opened. */
export interface PortfolioTerminal {
  /** Of its first row, counted from 1; the header is a line too. */
  readonly line: number
  readonly lines: readonly number[]
  readonly input: PortfolioInput
  readonly merchant: Merchant
  readonly terminal: Terminal
  /** What the column `case` says; the library makes nothing of it. */
  readonly case?: string
}

/** A row that cannot be taken in. */
export interface PortfolioFault {
  readonly line: number
  readonly issues: readonly PortfolioIssue[]
}
/** One line of a file: a terminal that can be opened, or what is wrong with the line. */
export type PortfolioEntry = PortfolioTerminal | PortfolioFault

/** Where each terminal and each serial number was first seen. */
class Seen {
  private readonly terminals = new Map<string, number>()
  private readonly serials = new Map<string, number>()

  /** What is wrong with these rows of one terminal because of rows before. */
  duplicates(key: string, group: readonly ReadRow[]): ReadonlyMap<ReadRow, readonly PortfolioIssue[]> {
    const terminal = this.terminals.get(key)
    if (terminal === undefined) this.terminals.set(key, group[0]?.line ?? 0)
    return new Map(group.map((read) => [read, [...again('terminalId', terminal), ...this.serial(read)]]))
  }

  private serial({ raw, line }: ReadRow): readonly PortfolioIssue[] {
    if (raw.serialNumber === undefined) return []
    const key = `${raw.acquirerId},${raw.serialNumber}`
    const before = this.serials.get(key)
    if (before === undefined) this.serials.set(key, line)
    return again('serialNumber', before)
  }
}

const again = (
  column: 'terminalId' | 'serialNumber',
  line: number | undefined,
): readonly PortfolioIssue[] => {
  const code = column === 'terminalId' ? 'DUPLICATE_TERMINAL' : 'DUPLICATE_SERIAL'
  return line === undefined ? [] : [issueAt(column, code, { line })]
}

const disagreements = (first: ReadRow, { raw }: ReadRow): readonly PortfolioIssue[] =>
  terminalColumns
    .filter((column) => raw[column] !== undefined && raw[column] !== first.raw[column])
    .map((column) => issueAt(column, 'ROW_DISAGREES', { line: first.line }))

/** A terminal is taken in with all its rows or not at all: without one of its devices it would be wrong. */
const entriesOf = (key: string, group: readonly ReadRow[], seen: Seen): readonly PortfolioEntry[] => {
  const [first] = group
  if (first === undefined) return []
  const duplicates = seen.duplicates(key, group)
  const issues = group.map((read) => [
    ...read.issues,
    ...(duplicates.get(read) ?? []),
    ...disagreements(first, read),
  ])
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]))
  const [speaker] = rows
  if (speaker !== undefined && issues.every((found) => found.length === 0)) {
    const listed = terminalOf(speaker, rows)
    const refused = openingIssues(listed.input)
    if (refused.length === 0) return [{ line: first.line, lines: group.map(({ line }) => line), ...listed }]
    issues[0] = [...refused]
  }
  return group.map(({ line }, place) => {
    const found = issues[place] ?? []
    return { line, issues: found.length > 0 ? found : [issueAt('terminalId', 'TERMINAL_INCOMPLETE')] }
  })
}

/** @throws InvalidInputError */
const readOptions = ({ profile = acquirerProfiles.default, at, encoding, map }: PortfolioOptions) => {
  const issues = [
    ...(Instant.safeParse(at).success ? [] : [{ path: '/at', code: 'INVALID_INSTANT' }]),
    ...(encoding === undefined || portfolioEncodings.includes(encoding)
      ? []
      : [{ path: '/encoding', code: 'NOT_ALLOWED_VALUE' }]),
  ]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return { schema: rowSchema(profile, at), encoding, map: readMap(map) }
}

/** Below the last row of many spreadsheets are rows in which nothing stands. */
const hasText = ({ fault, fields }: CsvRow): boolean =>
  fault !== null || fields.some((field) => cellText(field) !== '')

/** The rows behind the header, as far as anything stands in them. */
function* rowsOf(
  { texts, damaged }: WholeFile,
  { schema, map }: Pick<RowReading, 'schema' | 'map'>,
): Generator<ReadRow> {
  const layout = layoutOf(texts, map)
  let reading: RowReading | undefined
  for (const row of csvRows(texts, layout.separator)) {
    if (!hasText(row) || row.line === layout.statedOn) continue
    if (reading === undefined) {
      reading = { header: readHeader(row, layout, map), schema, damaged, map }
      continue
    }
    yield readRow(row, reading)
  }
  if (reading === undefined) readHeader(undefined, layout, map)
}

/**
 * Reads a portfolio file row by row: each terminal that can be opened, each row that cannot. One row is one device; the rows
 * of a terminal with several devices follow each other directly, repeat the required columns, and may leave the other
 * columns of the terminal empty. Columns are in `portfolioColumns`; which of them some rows need is in
 * `portfolioRequirements`.
 *
 * The file is CSV as spreadsheets save it: UTF-8, UTF-16 or, when `encoding` says so, GB18030; parted by comma, semicolon, tab
 * or `|`; with or without byte order mark, `sep=` line, empty columns and rows at the end, and `="0012"`. It is read to its
 * end and judged as a whole before the first entry: one byte that is not UTF-8 makes every text beyond ASCII in it doubtful
 * (NOT_UTF8), and what is not meant for UTF-8 is refused by name. `runtime.open` takes whatever is found good here.
 *
 * Amounts (`depositAmount`, `earlyTerminationFee`) are whole numbers of minor units: `200000` is 2 000.00 CNY. Instants are ISO
 * 8601 with an offset; several codes in `holdCodes` are parted by semicolons. `licenceValidTo` is a day or 长期.
 *
 * A case that is under way elsewhere comes with `takenOverFrom` and `asOf`: with its holds (`holdCodes`, `heldUntil`), what it
 * owes (`arrearsAmount`), its closure (`closureReason`, `closingSince`), what of the deposit went back (`depositRefunded`), and where each
 * device is (`custody`, `receivedAt`, `keys`, `binding`). Somebody else's names and codes are told by `map`.
 *
 * Keeps the text of the file in memory (`largestPortfolio`), one terminal and the numbers seen so far. A row that cannot be
 * split into fields belongs to no terminal.
 *
 * @throws InvalidInputError before the first entry: the header lacks a column, names one that is not known or names one
 * twice (`path` is `/` and the column); one issue for the file says that it is something else; or `at` is no instant.
 * @example
 * for await (const entry of readPortfolio(file.stream(), { at: clock.now() })) {
 *   if ('issues' in entry) report(entry.line, formatIssues(entry.issues, 'zh-CN'))
 *   else await runtime.open({ ...entry.input, lifecycleId: newId(), openedBy: me })
 * }
 */
export async function* readPortfolio(
  source: AsyncIterable<string | Uint8Array>,
  options: PortfolioOptions,
): AsyncGenerator<PortfolioEntry> {
  const { encoding, ...reading } = readOptions(options)
  const file = await readWhole(source, encoding)
  const seen = new Seen()
  const named = (entry: PortfolioEntry): PortfolioEntry =>
    options.map && 'issues' in entry
      ? {
          ...entry,
          issues: entry.issues.map((issue) => ({ ...issue, named: theirNameOf(reading.map, issue.column) })),
        }
      : entry
  let key = ''
  let group: ReadRow[] = []
  for (const read of rowsOf(file, reading)) {
    const its = terminalKey(read)
    if (its === null) {
      yield named({ line: read.line, issues: read.issues })
      continue
    }
    if (its !== key) {
      for (const entry of entriesOf(key, group, seen)) yield named(entry)
      group = []
      key = its
    }
    group.push(read)
  }
  for (const entry of entriesOf(key, group, seen)) yield named(entry)
}
