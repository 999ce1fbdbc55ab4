// npm run mutate -- machine/rules/charges domain/secrets: changes these sources one place at a time (files or folders below src)
// and asks which tests notice. What nobody noticed is kept in proof/mutants.json, where it wants a reason: `test/package/mutants`
// fails until it has one, and again when its line has gone.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { kept, type Mutated, type Report } from './mutants.ts'
import { testsFor } from './mutation-rooms.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'proof/mutants.json')

/** The sources that a name means. */
const sourcesOf = (name: string): readonly string[] => {
  const path = join(root, 'src', name)
  if (existsSync(path) && statSync(path).isDirectory())
    return globSync(join(path, '**/*.ts')).map((found) => relative(root, found))
  if (existsSync(`${path}.ts`)) return [`src/${name}.ts`]
  throw new Error(`There is no src/${name} and no src/${name}.ts`)
}

const names = process.argv.slice(2)
if (names.length === 0) throw new Error('Say what is to be changed: npm run mutate -- machine/rules/charges')
const report = join(mkdtempSync(join(tmpdir(), 'mutants-')), 'report.json')
for (const name of names) {
  const { status } = spawnSync(
    process.execPath,
    [
      'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
      ...['run', 'tools/mutation/stryker.config.mjs'],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        MUTATION_FILES: sourcesOf(name).join(' '),
        MUTATION_TESTS: testsFor(name).join(' '),
        MUTATION_REPORT: report,
      },
    },
  )
  if (status !== 0) process.exit(status ?? 1)
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mutated) : {}
  const after = kept(JSON.parse(readFileSync(report, 'utf8')) as Report, before, sourcesOf(name))
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`)
  for (const path of sourcesOf(name)) {
    const { noticed = 0, unnoticed = 0, survivors = [] } = after[path] ?? {}
    if (noticed + unnoticed === 0) continue
    console.log(`${path}: ${noticed} of ${noticed + unnoticed} changes noticed`)
    for (const { line, changed, to, reason } of survivors)
      if (reason === '') console.log(`  not judged: ${changed} → ${to}, in: ${line}`)
  }
}
rmSync(join(report, '..'), { recursive: true })
