import { InvalidInputError } from '../errors/index.ts'
import { type AcquirerProfile, acquirerProfiles } from './identifiers.ts'
import { type PortfolioRow, rowSchema, terminalColumns } from './portfolio/columns.ts'
import { csvRows } from './portfolio/csv.ts'
import { readHeader } from './portfolio/header.ts'
import { issueAt, type PortfolioIssue, type ReadRow, readRow, terminalKey } from './portfolio/read-row.ts'
import { type PortfolioInput, terminalOf } from './portfolio/terminal-of.ts'
import { Instant } from './primitives.ts'
import type { Merchant, Terminal } from './terminal.ts'

export interface PortfolioOptions {
  /** How the acquirer writes its numbers. @default acquirerProfiles.default */
  readonly profile?: AcquirerProfile
  /** Now, ISO 8601 with offset: no transaction is later. */
  readonly at: string
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

const again = (column: 'terminalId' | 'serialNumber', line: number | undefined): readonly PortfolioIssue[] => {
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
    return [{ line: first.line, lines: group.map(({ line }) => line), ...terminalOf(speaker, rows) }]
  }
  return group.map(({ line }, place) => {
    const found = issues[place] ?? []
    return { line, issues: found.length > 0 ? found : [issueAt('terminalId', 'TERMINAL_INCOMPLETE')] }
  })
}

const filled = (read: ReadRow, first: ReadRow | undefined): ReadRow['raw'] => {
  if (first === undefined) return read.raw
  const said = terminalColumns.flatMap((column) => {
    const text = first.raw[column]
    return text === undefined ? [] : [[column, text] as const]
  })
  return { ...Object.fromEntries(said), ...read.raw }
}

export type { PortfolioRow }
