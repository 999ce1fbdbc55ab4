// npm run mutate -- machine/rules/charges domain/secrets: changes these sources one place at a time (files or folders below src)
// and asks which tests notice. What nobody noticed is kept in proof/mutants.json, where it wants a reason: `test/package/mutants`
// fails until it has one, and again when its line has gone. `--lot 80 --seed 1` tries so many of each name's changes, drawn by lot,
// and keeps them in proof/lots.json; `--again` tries once more what a lot left unnoticed.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Draw, type Lot, type Lots, lotOf, noticedOf, type Tried, triedAgain } from './lots.ts'
import { kept, type Mutated, type Report, type Survivor } from './mutants.ts'
import { testsFor } from './mutation-rooms.ts'

const root = join(import.meta.dirname, '..')
const [wholeFile, lotsFile] = ['proof/mutants.json', 'proof/lots.json'].map((path) => join(root, path)) as [
  string,
  string,
]
const read = <Read>(file: string): Read =>
  (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Read
const write = (file: string, what: unknown): void => writeFileSync(file, `${JSON.stringify(what, null, 2)}\n`)

/** The sources that a name means: all below a folder, or a file; `machine/*` for the files that lie in no folder of it. */
const sourcesOf = (name: string): readonly string[] => {
  const path = join(root, 'src', name)
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const found = globSync(isFolder ? join(path, '**/*.ts') : `${path}.ts`)
  if (found.length === 0) throw new Error(`There is no src/${name} and no src/${name}.ts`)
  return found.map((file) => relative(root, file)).sort()
}

/** A source as its row of tests knows it. */
const nameOf = (source: string): string => source.slice('src/'.length, -'.ts'.length)

const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tools/mutation/vitest.config.ts']

/** Runs until it comes to its end: a change that ends the process, by a loop that fills the memory, is noticed and left out. */
const runInto = (report: string, told: Readonly<Record<string, string>>): void => {
  const ended: string[] = []
  while (!existsSync(report)) {
    const env = { ...process.env, ...told, MUTATION_ENDED: JSON.stringify(ended), MUTATION_REPORT: report }
    const { status } = spawnSync(process.execPath, [...runner, '--root', '.'], {
      cwd: root,
      stdio: 'inherit',
      env,
    })
    if (status === 0) continue
    const trying = existsSync(`${report}.trying`) ? readFileSync(`${report}.trying`, 'utf8') : undefined
    if (existsSync(report) || trying === undefined || ended.includes(trying)) process.exit(status ?? 1)
    ended.push(trying)
  }
}

/** What `tools/mutation/runner.ts` found, draw by draw: one process for all of them, which reads everything once. */
const tried = (names: readonly string[], draws: readonly Draw[]) => {
  const report = join(mkdtempSync(join(tmpdir(), 'mutants-')), 'report.json')
  const rows = [...names, ...names.flatMap(sourcesOf).map(nameOf)].flatMap(testsFor)
  runInto(report, { MUTATION_TESTS: [...new Set(rows)].join(' '), MUTATION_DRAWS: JSON.stringify(draws) })
  const { of, mutants, unfit } = JSON.parse(readFileSync(report, 'utf8')) as Tried
  rmSync(join(report, '..'), { recursive: true })
  // Changes that no test has even met were in sources that none of them has read.
  if (mutants.length > 0 && mutants.every((mutant) => mutant.status === 'NoCoverage'))
    throw new Error('No test met any of these changes: are they in what the tests read?')
  for (const test of unfit) console.log(`  tells nothing: ${test}`)
  return draws.map(({ sources }, place) => {
    const files = sources.map((path) => {
      const own = mutants.filter((mutant) => mutant.path === path)
      return [path, { source: readFileSync(join(root, path), 'utf8'), mutants: own }] as const
    })
    return { of: of[place] ?? 0, report: { files: Object.fromEntries(files) } }
  })
}

const tell = (path: string, survivors: readonly Survivor[]): void => {
  for (const { line, changed, to, reason } of survivors)
    if (reason === '') console.log(`  not judged: ${path}: ${changed} → ${to}, in: ${line}`)
}

const keepWhole = (report: Report): void => {
  const after = kept(report, read<Mutated>(wholeFile))
  write(wholeFile, after)
  for (const path of Object.keys(report.files)) {
    const { noticed = 0, unnoticed = 0, survivors = [] } = after[path] ?? {}
    if (noticed + unnoticed === 0) continue
    console.log(`${path}: ${noticed} of ${noticed + unnoticed} changes noticed`)
    tell(path, survivors)
  }
}

const keepLot = (name: string, lot: Lot): void => {
  write(lotsFile, { ...read<Lots>(lotsFile), [name]: lot })
  console.log(`${name}: ${noticedOf(lot).now} of ${lot.drawn} drawn from ${lot.of} changes noticed`)
  for (const [path, survivors] of Object.entries(lot.survivors)) tell(path, survivors)
}

const { values, positionals: names } = parseArgs({
  options: {
    lot: { type: 'string' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
if (names.length === 0) throw new Error('Say what is to be changed: npm run mutate -- machine/rules/charges')
const { lot: count, seed, again: isAgain } = values

const drawOf = (name: string): Draw => {
  if (isAgain) {
    const { survivors = {} } = read<Lots>(lotsFile)[name] ?? {}
    return { sources: Object.keys(survivors), survivors }
  }
  return { sources: sourcesOf(name), ...(count !== undefined && { count: Number(count), seed }) }
}

tried(names, names.map(drawOf)).forEach(({ of, report }, place) => {
  const name = names[place] ?? ''
  const before = read<Lots>(lotsFile)[name]
  if (isAgain && before) keepLot(name, triedAgain(before, report))
  else if (count !== undefined) keepLot(name, lotOf(report, before, seed, of))
  else keepWhole(report)
})
