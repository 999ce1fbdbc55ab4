// Writes src/domain/calendar/prc-days.ts from the package chinese-days. Run it when that package covers a new year:
//   npm install --save-dev chinese-days@latest && node scripts/generate-calendar.ts
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const firstYear = '2020'
const target = new URL('../src/domain/calendar/prc-days.ts', import.meta.url)
const require = createRequire(import.meta.url)

/** Days as the package writes them: `YYYY-MM-DD` to a label. */
const data: Record<
  'holidays' | 'workdays',
  Record<string, string>
> = require('chinese-days/dist/chinese-days.json')

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const ofYear = (days: string[], year: string) =>
  days
    .filter((day) => day.startsWith(year))
    .map((day) => day.slice(5))
    .sort()

const rest = Object.keys(data.holidays).filter((day) => !isWeekend(day))
const work = Object.keys(data.workdays).filter(isWeekend)
const years = [...new Set(rest.map((day) => day.slice(0, 4)))].filter((year) => year >= firstYear).sort()
const table = years.map((year) => ({ year, rest: ofYear(rest, year), work: ofYear(work, year) }))
const digest = createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 8)

const list = (days: string[]) => `[${days.map((day) => `'${day}'`).join(', ')}]`
const rows = table.map(
  (row) => `    ${row.year}: {\n      rest: ${list(row.rest)},\n      work: ${list(row.work)},\n    },`,
)

writeFileSync(
  target,
  `// Written by scripts/generate-calendar.ts from the package chinese-days (MIT): do not edit.
// biome-ignore format: one line per list keeps a year readable

/** Per year, MM-DD: weekdays without work and weekend days with work. */
export const prcDays = {
  version: '${years.at(-1)}-${digest}',
  years: {
${rows.join('\n')}
  },
} as const satisfies {
  version: string
  years: Readonly<Record<string, { rest: readonly string[]; work: readonly string[] }>>
}
`,
)
process.stdout.write(`${years[0]} to ${years.at(-1)}, version ${years.at(-1)}-${digest}\n`)
