// node scripts/simulation.ts: writes the figures of the guide to the simulation between its two marks, from the run that
// `npm run simulate -- --save` kept last. test/docs holds both languages to it.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Locale } from '../src/domain/index.ts'
import { breaks } from '../test/simulate/breaks/breaks.ts'
import { faultNames } from '../test/simulate/engine/faults.ts'
import type { Tally } from '../test/simulate/tally.ts'
import { code, spaced, table } from './reference-kit.ts'
import { breakWords, faultWords, simulationWords } from './simulation-words.ts'

const [begin, end] = ['<!-- written by scripts/simulation.ts -->\n', '<!-- end of what is written -->']

export const simulationFile = (locale: Locale): URL =>
  new URL(`../docs/guides/simulation${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url)

const readLast = (): Tally =>
  JSON.parse(readFileSync(new URL('../test/simulate/last.json', import.meta.url), 'utf8')) as Tally

/** What the last run came to, and what it met. */
const simulationText = (tally: Tally, locale: Locale): string => {
  const { heads, rows, breakHead } = simulationWords[locale]
  const { seeds, seconds, broken, faults, ...counts } = tally
  const values = { ...counts, seeds, seconds, broken: broken.length }
  const figures = Object.entries(rows).map(([name, words]) => [
    words,
    name === 'rate'
      ? (seeds / seconds).toPrecision(2)
      : spaced(values[name as keyof typeof rows & keyof typeof values]),
  ])
  const met = faultNames.map((name) => [code(name), faultWords[name][locale], spaced(faults[name])])
  const found = Object.keys(breaks).map((name) => [locale === 'en' ? name : (breakWords[name] ?? name)])
  const tables = [table(heads.figures, figures), table(heads.faults, met), table(breakHead, found)]
  return `\n${tables.join('\n\n')}\n`
}

/** The page with what the last run came to. */
export const withSimulation = (page: string, locale: Locale): string => {
  const [before, after] = [page.split(begin)[0], page.split(end)[1]]
  if (before === page || after === undefined) throw new Error('The page has no marks')
  return `${before}${begin}${simulationText(readLast(), locale)}\n${end}${after}`
}

if (import.meta.main)
  for (const locale of ['en', 'zh-CN'] as const) {
    const file = simulationFile(locale)
    writeFileSync(file, withSimulation(readFileSync(file, 'utf8'), locale))
  }
