/**
 * How much things cost, each as a multiple of a reference in the same run; CPU time, medians.
 *
 *   npm run bench [-- step …] [--json]
 */
import { readdirSync } from 'node:fs'
import { compare, type Figure, type Row } from './compare.ts'

const args = process.argv.slice(2)
const wanted = args.filter((name) => !name.startsWith('--'))
const folder = new URL('./rows/', import.meta.url)
const files = readdirSync(folder).filter(
  (file) => wanted.length === 0 || wanted.includes(file.replace('.ts', '')),
)

const figures: Figure[] = []
for (const file of files) {
  const { rows } = (await import(new URL(file, folder).href)) as { rows: readonly Row[] }
  for (const row of rows) figures.push(await compare(row))
}

const shown = ({ name, reference, ratio, wallRatio, budget, cpu }: Figure) => ({
  name,
  reference,
  'CPU ratio': Number(ratio.toFixed(2)),
  'wall ratio': Number(wallRatio.toFixed(2)),
  budget,
  'CPU ms': Number(cpu.toFixed(1)),
})
if (args.includes('--json')) console.log(JSON.stringify(figures, null, 2))
else console.table(figures.map(shown))
