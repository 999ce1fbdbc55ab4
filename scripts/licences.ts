// node scripts/licences.ts --write: docs/licences.md, under which licences stands what is installed here. Without --write it
// fails where the page is stale, and always where something that a user's program loads has a licence that binds its owner.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

interface Listed {
  readonly license?: string
  /** Only where it is for some platforms: another package of the same owner stands for it. */
  readonly os?: readonly string[]
}
interface Lock {
  readonly packages: Readonly<Record<string, Listed>>
}
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const page = 'docs/licences.md'
const free = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MIT OR Apache-2\.0)$/
// Their package.json names none; it stands in their LICENSE file.
const unnamed: Readonly<Record<string, string>> = {
  'compute-gcd': 'MIT',
  'compute-lcm': 'MIT',
  'validate.io-function': 'MIT',
  'validate.io-integer': 'MIT',
  'validate.io-integer-array': 'MIT',
  'validate.io-number': 'MIT',
}

interface Installed {
  readonly name: string
  readonly licence: string
  readonly forSomePlatforms: boolean
}
const installedBy = (file: string): readonly Installed[] =>
  Object.entries((read(file) as Lock).packages).flatMap(([path, { license, os }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    const licence = license ?? unnamed[name] ?? 'not named'
    return path === '' ? [] : [{ name, licence, forSomePlatforms: os !== undefined }]
  })

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')

const files = ['package-lock.json', ...globSync('tools/*/package-lock.json').sort()]
const { peerDependencies: peers, peerDependenciesMeta: optional } = read('package.json')
// What only a folder of tools has is installed there alone.
const installed = files.flatMap(installedBy)
/** Whoever needs what not everybody needs; tests, where nothing is said. */
const needing: Readonly<Record<string, string>> = {
  '@restatedev/restate-sdk': 'services on Restate, which hand it in',
}
const loaded = Object.keys(peers).map((name) => {
  const licence = installed.find((one) => one.name === name)?.licence ?? 'not installed'
  const whom = optional[name] ? (needing[name] ?? 'tests') : 'every program'
  return { name, range: peers[name] as string, licence, whom }
})

const groups = (all: readonly Installed[]) => {
  const byLicence = new Map<string, Installed[]>()
  for (const one of all) byLicence.set(one.licence, [...(byLicence.get(one.licence) ?? []), one])
  const names = (of: readonly Installed[]) => {
    const named = of.filter(
      ({ forSomePlatforms }, _, all) => !forSomePlatforms || all.every((one) => one.forSomePlatforms),
    )
    return [...new Set(named.map(({ name }) => name))].sort().join(', ')
  }
  return [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, of]) => [licence, String(of.length), free.test(licence) ? '' : names(of)])
}
const sections = files.map((file) => {
  const { description } = read(file.replace('package-lock', 'package'))
  const title = file === 'package-lock.json' ? 'The project itself' : `\`${dirname(file)}\`: ${description}`
  return `### ${title}\n\n${table(['Licence', 'Packages', 'Which, where it is not one of the usual'], groups(installedBy(file)))}`
})
const text = `# Licences

This project is under the MIT licence (\`LICENSE\`). Its package contains no code of others; which days
are working days in China (\`src/domain/calendar/prc-days.ts\`) is taken from the package chinese-days, MIT.
The page is written by \`node scripts/licences.ts --write\`.

## What the package loads

${table(
  ['Package', 'Versions', 'Licence', 'Loaded by'],
  loaded.map(({ name, range, licence, whom }) => [name, range, licence, whom]),
)}

What a program loads is also listed, with the hashes of what was tested, in \`dist/sbom.cdx.json\` of the package (CycloneDX).

## What it is made with

None of it is in the package. Each folder of \`tools/\` is installed only by the command that needs it.

${sections.join('\n\n')}
`

if (process.argv.includes('--write')) writeFileSync(page, text)
else if (readFileSync(page, 'utf8') !== text) {
  console.log(`${page} is stale: node scripts/licences.ts --write`)
  process.exitCode = 1
}
for (const { name, licence } of loaded.filter((one) => !free.test(one.licence))) {
  console.log(`${name} is under ${licence}: what a user's program loads is under ${free.source}`)
  process.exitCode = 1
}
for (const file of files)
  for (const { name } of installedBy(file).filter(({ licence }) => licence === 'not named')) {
    console.log(`${file}: ${name} names no licence`)
    process.exitCode = 1
  }
