// Measures dist against scripts/ceilings.ts: bytes of each bundle, what it imports, bytes of declarations.
import { globSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type Ceiling, ceilings, declarationCeilings } from './ceilings.ts'

type Exports = Record<string, string | { default: string }>
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Exports }

const target = (entry: string): string => {
  const row = exports[entry]
  if (typeof row !== 'object') throw new Error(`package.json exports no ${entry}`)
  return row.default
}

const allows = (allowed: readonly string[], specifier: string): boolean =>
  allowed.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  )

/** Namespaces are re-exported whole, so that nothing is shaken out and no two equal names cancel each other. */
async function bundle({ entries }: Ceiling) {
  const contents = entries
    .map((entry, index) => `export * as entry${index} from '${target(entry)}'`)
    .join('\n')
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    packages: 'external',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const imported = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  return {
    minified: code.byteLength,
    gzip: gzipSync(code, { level: 9 }).byteLength,
    imported: [...new Set(imported)],
  }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const problems: string[] = []

console.log(
  `${'entries'.padEnd(32)}${'minified'.padStart(10)}${'gzip'.padStart(10)}${'ceiling'.padStart(10)}  imports`,
)
for (const ceiling of ceilings) {
  const name = ceiling.entries.join(' + ')
  const { minified, gzip, imported } = await bundle(ceiling)
  console.log(
    `${name.padEnd(32)}${kB(minified).padStart(10)}${kB(gzip).padStart(10)}${kB(ceiling.gzip).padStart(10)}  ${imported.join(' ')}`,
  )
  if (gzip > ceiling.gzip) problems.push(`${name} is ${kB(gzip)}, the ceiling is ${kB(ceiling.gzip)}`)
  for (const specifier of imported.filter((path) => !allows(ceiling.packages, path))) {
    problems.push(`${name} imports ${specifier}; it may import ${ceiling.packages.join(', ') || 'nothing'}`)
  }
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
