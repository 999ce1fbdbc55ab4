// The figures of the guide to what is proved, from the table that `npm run explore -- --save` keeps. `scripts/figures.ts` writes them.
import { readFileSync } from 'node:fs'
import type { Locale } from '../src/domain/index.ts'
import type { Row, Summary } from '../test/explore/summary.ts'
import { proofWords } from './proof-words.ts'
import { spaced, table } from './reference-kit.ts'

const last = new URL('../proof/last.json', import.meta.url)

export const proofFile = (locale: Locale): URL =>
  new URL(`../docs/guides/proof${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url)

/** Pairs of topics are told as one row: there are hundreds of them. */
const together = (rows: readonly Row[]): Row => {
  const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0)
  return {
    world: 'pairs',
    states: sum(({ states }) => states),
    transitions: sum(({ transitions }) => transitions),
    refused: sum(({ refused }) => refused),
    depth: Math.max(0, ...rows.map(({ depth }) => depth)),
    complete: rows.every(({ complete }) => complete),
    frontier: sum(({ frontier }) => frontier),
    wayOut: 'sampled',
    faults: rows.flatMap(({ faults }) => faults),
  }
}

/** What was explored, as a table and a sentence. */
export const proofTextOf = ({ worlds, total, commit, node, command }: Summary, locale: Locale): string => {
  const { heads, names, complete, cut, wayOut, sentence, pairs: pairsText } = proofWords[locale]
  const isNamed = ({ world }: Row): boolean => Object.hasOwn(names, world)
  const pairs = worlds.filter((row) => !isNamed(row))
  const rows = [...worlds.filter(isNamed), ...(pairs.length > 0 ? [together(pairs)] : [])]
  const lines = rows.map((row) => [
    row.world === 'pairs'
      ? pairsText(pairs.length, pairs.filter((pair) => pair.complete).length)
      : ((names as Readonly<Record<string, string>>)[row.world] ?? row.world),
    spaced(row.states),
    spaced(row.transitions),
    spaced(row.refused),
    String(row.depth),
    row.complete ? complete : cut(spaced(row.frontier)),
    wayOut[row.wayOut],
    String(row.faults.length),
  ])
  return `${table(heads, lines)}\n\n${sentence({ ...total, commit, node, command }, spaced)}\n`
}

export const proofText = (locale: Locale): string =>
  proofTextOf(JSON.parse(readFileSync(last, 'utf8')) as Summary, locale)
