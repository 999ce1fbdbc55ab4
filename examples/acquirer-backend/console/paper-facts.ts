import { paperFault } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { labelOf } from './act-words.ts'
import { type Html, html } from './html.ts'
import { day, joined, money, type Reader, say } from './reader.ts'
import type { PaperOnFile, Seen } from './scans.ts'
import { fill } from './words.ts'

/** One thing that a reviewer compares: what the paper says of it, and what is needed of it here. */
interface Compared {
  readonly label: string
  readonly says: string
  readonly needed: string
  readonly look: 'done' | 'todo' | 'stopped' | 'plain'
  readonly word: string
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** A fact for people: days, money, yes and no; a code by the library's own word where it has one. */
const factText = (reader: Reader, paper: Pick<PaperOnFile, 'facts'>, name: string): string => {
  const { words } = reader
  const value = paper.facts?.[name]
  if (value === undefined) return words.notSaid
  if (isInstant(value) || isDay(value)) return day(reader, isDay(value) ? `${value}T00:00:00+08:00` : value)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (name === 'amount' && typeof value === 'number')
    return money(value, String(paper.facts?.currency ?? 'CNY'))
  if (name === 'performer') return say(reader, 'performer', String(value))
  if (name === 'cause') return say(reader, 'damageCause', String(value))
  const known: Readonly<Record<string, string>> = words
  return known[`fact_${value}`] ?? String(value)
}

const nameRow = (reader: Reader, { context }: LifecycleRecord, { says }: Seen): readonly Compared[] => {
  const { words } = reader
  const said = says.name ?? says.merchantName
  if (typeof said !== 'string') return []
  const { merchantName } = context.identity
  const isSame = said.trim() === merchantName.trim()
  const result = isSame
    ? ({ look: 'done', word: words.matches } as const)
    : ({ look: 'todo', word: words.differs } as const)
  return [{ label: labelOf(reader, 'name'), says: said, needed: merchantName, ...result }]
}

/** Until when it is valid and what else it says, each beside what is needed; then whose name it bears. */
export const comparedRows = (
  reader: Reader,
  record: LifecycleRecord,
  paper: PaperOnFile,
  seen: Seen,
): readonly Compared[] => {
  const { words, now } = reader
  const fault = paperFault(paper, now)
  const names = new Set([...Object.keys(paper.facts ?? {}), ...(fault ? [fault.fact] : [])])
  names.delete('currency')
  const facts = [...names].map((name): Compared => {
    const isAtFault = fault?.fact === name
    const needed = name === 'validTo' ? fill(words.validOn, { day: day(reader, now) }) : ''
    return {
      ...{ label: labelOf(reader, name), says: factText(reader, paper, name), needed },
      look: isAtFault ? 'stopped' : needed ? 'done' : 'plain',
      word: isAtFault ? say(reader, 'blocker', fault.code) : needed ? words.meets : '',
    }
  })
  return [...facts, ...nameRow(reader, record, seen)]
}

/** The rows as a table that stands beside the scan. */
export const comparedTable = (reader: Reader, rows: readonly Compared[]): Html => {
  const { words } = reader
  if (rows.length === 0) return html`<p>${words.saysNothing}</p>`
  return html`<table class="list"><caption class="hidden-text">${words.toCompare}</caption><thead><tr><th scope="col">${words.fact}</th><th scope="col">${words.says}</th><th scope="col">${words.needed}</th><th scope="col">${words.counts}</th></tr></thead>
<tbody>${rows.map(
    ({ label, says, needed, look, word }) =>
      html`<tr><th scope="row">${label}</th><td data-label="${words.says}">${says}</td><td data-label="${words.needed}">${needed}</td><td data-label="${words.counts}">${word ? html`<span class="status ${look}">${word}</span>` : ''}</td></tr>`,
  )}</tbody></table>`
}

/** The same in one line, for a list of papers. */
export const factsInLine = (reader: Reader, paper: PaperOnFile): string =>
  joined(
    reader,
    Object.keys(paper.facts ?? {})
      .filter((name) => name !== 'currency')
      .map((name) =>
        name === 'validTo'
          ? fill(reader.words.until, { day: factText(reader, paper, name) })
          : typeof paper.facts?.[name] === 'boolean'
            ? `${labelOf(reader, name)}${reader.words.with}${factText(reader, paper, name)}`
            : factText(reader, paper, name),
      ),
  )
