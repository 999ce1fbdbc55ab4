// node scripts/figures.ts: writes the README's figures between their two marks, from the table that `npm run bench -- --save` keeps.
// test/docs holds the README to it.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Figure } from '../bench/figure.ts'

const readme = new URL('../README.md', import.meta.url)
const last = new URL('../bench/last.json', import.meta.url)
const [begin, end] = ['<!-- figures: written by scripts/figures.ts -->\n', '<!-- end of figures -->']

const line = ({ name, reference, value, unit }: Figure): string =>
  `| ${name} | ${reference} | ${Number(value.toPrecision(2))} ${unit} |\n`

/** One line for each row file: its first row. */
export const figuresText = (figures: readonly Figure[]): string => {
  const firsts = figures.filter(({ rows }, place) => rows !== figures[place - 1]?.rows)
  return `| What | Against | Costs |\n|---|---|---|\n${firsts.map(line).join('')}`
}

/** A README with the figures of the last table. */
export const withFigures = (text: string): string => {
  const [before, after] = [text.split(begin)[0], text.split(end)[1]]
  if (before === text || after === undefined) throw new Error('The README has no marks for figures')
  const { figures } = JSON.parse(readFileSync(last, 'utf8')) as { figures: readonly Figure[] }
  return `${before}${begin}\n${figuresText(figures)}\n${end}${after}`
}

export const writeFigures = (): void => writeFileSync(readme, withFigures(readFileSync(readme, 'utf8')))

if (import.meta.main) writeFigures()
