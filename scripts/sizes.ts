// Measures dist against scripts/ceilings.ts: bytes of each bundle, what it imports, bytes of declarations. Bundles are made
// as a user makes them, by the names of subpaths.
import { globSync, readFileSync, statSync } from 'node:fs'
import { bundle } from './bundle.ts'
import { type Ceiling, ceilings, declarationCeilings, growth } from './ceilings.ts'

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
}
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const subpath = (entry: string) => name + entry.slice(1)

const allows = (allowed: readonly string[], specifier: string): boolean =>
  allowed.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  )

/** Namespaces are re-exported whole, so that nothing is shaken out and no two equal names cancel each other. */
const whole = ({ entries }: Ceiling): string =>
  entries.map((entry, index) => `export * as entry${index} from '${subpath(entry)}'`).join('\n')

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const problems: string[] = []

const row = (cells: readonly string[], imports: string) =>
  console.log(
    `${cells.map((cell, i) => (i === 0 ? cell.padEnd(52) : cell.padStart(10))).join('')}  ${imports}`,
  )

const measure = async (what: string, code: string, ceiling: number): Promise<readonly string[]> => {
  const { minified, gzip, imported } = await bundle(code)
  row([what, kB(minified), kB(gzip), kB(ceiling)], imported.join(' '))
  if (gzip > ceiling) problems.push(`${what} is ${kB(gzip)}, the ceiling is ${kB(ceiling)}`)
  return imported
}

row(['entries', 'minified', 'gzip', 'ceiling'], 'imports')
for (const ceiling of ceilings) {
  const what = ceiling.entries.join(' + ')
  const imported = await measure(what, whole(ceiling), ceiling.gzip)
  for (const specifier of imported.filter((path) => !allows(ceiling.packages, path))) {
    problems.push(`${what} imports ${specifier}; it may import ${ceiling.packages.join(', ') || 'nothing'}`)
  }
  // A leave that nobody uses would let the package come back unseen.
  for (const name of ceiling.packages.filter((name) => !imported.some((path) => allows([name], path))))
    problems.push(`${what} may import ${name} and does not`)
}

row(['what a page grows by', 'minified', 'gzip', 'ceiling'], 'imports')
for (const { names, entry, gzip } of growth) {
  const list = names.join(', ')
  await measure(`${list} of ${entry}`, `export { ${list} } from '${subpath(entry)}'`, gzip)
}

for (const [folder, ceiling] of Object.entries(declarationCeilings)) {
  const files = globSync(`dist/${folder}/**/*.d.ts`)
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`declarations of ./${folder}: ${kB(bytes)} in ${files.length} files, ceiling ${kB(ceiling)}`)
  if (bytes > ceiling)
    problems.push(`declarations of ./${folder} are ${kB(bytes)}, the ceiling is ${kB(ceiling)}`)
  if (files.length === 0) problems.push(`dist/${folder} has no declarations: build first`)
}

const measured = new Set(ceilings.flatMap(({ entries }) => entries))
for (const entry of Object.keys(exports)) {
  if (entry !== './package.json' && !measured.has(entry))
    problems.push(`${entry} has no row in scripts/ceilings.ts`)
}

for (const problem of problems) console.log(`! ${problem}`)
process.exitCode = problems.length > 0 ? 1 : 0
