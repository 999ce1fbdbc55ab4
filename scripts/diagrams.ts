// node scripts/diagrams.ts --write: works out where everything stands in the diagrams, src/diagram/drawn, and draws
// docs/diagrams. Without --write it only says what is stale, and fails.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chartOf } from '../src/diagram/chart.ts'
import { type Diagrams, type Drawing, diagramParts } from '../src/diagram/drawing.ts'
import { toMermaid } from '../src/diagram/to-mermaid.ts'
import { toSvg } from '../src/diagram/to-svg.ts'
import { wordsEn } from '../src/diagram/words-en.ts'
import { wordsZhCn } from '../src/diagram/words-zh-cn.ts'
import { layout } from './diagram-layout.ts'

const languages = [
  { locale: 'en', name: 'En', words: wordsEn },
  { locale: 'zh-cn', name: 'ZhCn', words: wordsZhCn },
] as const
const chart = chartOf()

/** As text in one string: as an object it would be thousands of lines, and slower to read. */
const moduleOf = (
  locale: string,
  name: string,
  drawings: Diagrams['drawings'],
): string => `// Written by scripts/diagrams.ts from the machine.
import type { Diagrams } from '../drawing.ts'
import { words${name} } from '../words-${locale}.ts'

/** The diagrams in one language, with where everything in them stands. */
export const diagrams${name}: Diagrams = {
  words: words${name},
  drawings: JSON.parse(
    '${JSON.stringify(drawings)}',
  ),
}
`

const files = new Map<string, string>()
for (const { locale, name, words } of languages) {
  const drawn: [string, Drawing][] = []
  for (const part of diagramParts) drawn.push([part, await layout(chart, part, words)])
  const drawings = Object.fromEntries(drawn) as unknown as Diagrams['drawings']
  files.set(`src/diagram/drawn/${locale}.ts`, moduleOf(locale, name, drawings))
  const suffix = locale === 'en' ? '' : '.zh-CN'
  for (const part of diagramParts) {
    for (const colours of ['light', 'dark'] as const)
      for (const width of ['wide', 'narrow'] as const)
        files.set(
          `docs/diagrams/${part}${width === 'narrow' ? '.narrow' : ''}${suffix}.${colours}.svg`,
          `${toSvg({ words, drawings }, { part, colours, width })}\n`,
        )
    files.set(`docs/diagrams/${part}${suffix}.mmd`, toMermaid({ words }, { part }))
  }
}

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))
const stale = [...files].filter(
  ([file, text]) => !existsSync(pathOf(file)) || readFileSync(pathOf(file), 'utf8') !== text,
)
if (process.argv.includes('--write')) {
  for (const folder of ['src/diagram/drawn', 'docs/diagrams']) mkdirSync(pathOf(folder), { recursive: true })
  for (const [file, text] of stale) writeFileSync(pathOf(file), text)
  console.log(`${stale.length} of ${files.size} files written`)
} else if (stale.length > 0) {
  console.error(`stale, run \`node scripts/diagrams.ts --write\`: ${stale.map(([file]) => file).join(', ')}`)
  process.exitCode = 1
}
