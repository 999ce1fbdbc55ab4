// node scripts/figures.ts: writes the figures of the README, of the guide to performance and of the guide to what is proved between
// their two marks, from the tables that `npm run bench -- --save`, `npm run explore -- --save` and `npm run mutate` keep, and from
// proof/planted.json.
// test/docs holds them to it.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Figure } from '../bench/figure.ts'
import type { Locale } from '../src/domain/index.ts'
import { changesText } from './lots-text.ts'
import { modelText } from './model.ts'
import { plantedFaults, plantedText } from './planted.ts'
import { proofFile, proofText } from './proof.ts'

const readme = new URL('../README.md', import.meta.url)
const last = new URL('../bench/last.json', import.meta.url)
const figuresMarks = ['<!-- figures: written by scripts/figures.ts -->\n', '<!-- end of figures -->'] as const
const changesMarks = ['<!-- changes: written by scripts/figures.ts -->\n', '<!-- end of changes -->'] as const
const plantedMarks = ['<!-- planted: written by scripts/figures.ts -->\n', '<!-- end of planted -->'] as const

const line = ({ name, reference, value, unit }: Figure): string =>
  `| ${name} | ${reference} | ${Number(value.toPrecision(2))} ${unit} |\n`

/** One line for each row file: its first row. */
export const figuresText = (figures: readonly Figure[]): string => {
  const firsts = figures.filter(({ rows }, place) => rows !== figures[place - 1]?.rows)
  return `| What | Against | Costs |\n|---|---|---|\n${firsts.map(line).join('')}`
}

const readLast = (): readonly Figure[] =>
  (JSON.parse(readFileSync(last, 'utf8')) as { figures: readonly Figure[] }).figures

const between = (
  text: string,
  figures: string,
  [begin, end]: readonly [string, string] = figuresMarks,
): string => {
  const [before, after] = [text.split(begin)[0], text.split(end)[1]]
  if (before === text || after === undefined) throw new Error('The page has no marks for figures')
  return `${before}${begin}\n${figures}\n${end}${after}`
}

/** A README with the figures of the last table. */
export const withFigures = (text: string): string => between(text, figuresText(readLast()))

export const performanceFile = (locale: Locale): URL =>
  new URL(`../docs/guides/performance${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url)

const words = {
  en: { heads: '| What | Against | Measured | Middle half | Goal |', met: 'met', missed: 'missed' },
  'zh-CN': { heads: '| 测什么 | 与什么比 | 实测 | 中间一半 | 目标 |', met: '达到', missed: '未达到' },
} as const satisfies Readonly<Record<Locale, object>>

const short = (value: number): string => String(Number(value.toPrecision(2)))

/** Every row, with what was hoped for. */
export const measuredText = (figures: readonly Figure[], locale: Locale): string => {
  const { heads, met, missed } = words[locale]
  const rows = figures.map(({ name, reference, value, low, high, unit, budget, met: isMet }) => {
    const spread = low === high ? '' : `${short(low)}–${short(high)}`
    return `| ${name} | ${reference} | ${short(value)} ${unit} | ${spread} | ${budget}: ${isMet ? met : missed} |\n`
  })
  return `${heads}\n|---|---|---|---|---|\n${rows.join('')}`
}

/** The guide to performance with the whole of the last table. */
export const withMeasured = (text: string, locale: Locale): string =>
  between(text, measuredText(readLast(), locale))

/** The guide to what is proved, with what was explored and played last, and what became of planted faults and of changes by lot. */
export const withProof = (text: string, locale: Locale): string => {
  const explored = between(text, `${proofText(locale)}\n${modelText(locale)}`)
  const planted = between(explored, plantedText(plantedFaults(), locale), plantedMarks)
  return between(planted, changesText(locale), changesMarks)
}

export const writeFigures = (): void => {
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8')))
  for (const locale of ['en', 'zh-CN'] as const) {
    const file = performanceFile(locale)
    writeFileSync(file, withMeasured(readFileSync(file, 'utf8'), locale))
    const proof = proofFile(locale)
    writeFileSync(proof, withProof(readFileSync(proof, 'utf8'), locale))
  }
}

if (import.meta.main) writeFigures()
