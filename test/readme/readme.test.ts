import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guideNames } from '../../scripts/run-guides.ts'
import { unpackInto } from '../package/packed.ts'
import { deadEndsIn } from '../package/pages.ts'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const modules = (...names: string[]): string => join(root, 'node_modules', ...names)

/** What the README tells its reader to install. */
const packages = [...readme.matchAll(/^npm install (?:-D )?([^#\n]+)/gm)].flatMap(([, names = '']) =>
  names.trim().split(/\s+/),
)

const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)].map(
  ([, code = '', printed], index) => {
    const isTest = code.includes("from 'vitest'")
    return { code, printed, isTest, file: `snippet-${index + 1}${isTest ? '.test' : ''}.ts` }
  },
)

/** A reader's project: the packed package, and nothing but the packages that the README names. */
const folder = mkdtempSync(join(tmpdir(), 'readme-'))
const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })

const install = (name: string): void => {
  const place = join(folder, 'node_modules', name)
  mkdirSync(dirname(place), { recursive: true })
  if (name === 'terminal-lifecycle') unpackInto(place)
  else symlinkSync(modules(name), place, 'junction')
}

beforeAll(() => {
  for (const name of packages) install(name)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  for (const { file, code } of snippets) writeFileSync(join(folder, file), code)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the README, followed with nothing but the packages that it names', () => {
  it('has snippets for the question, the form, both sides of the back end and the test', () => {
    expect(packages).toEqual(['terminal-lifecycle', 'zod', 'xstate', 'ky', 'msw', 'vitest'])
    expect(snippets.map(({ isTest }) => isTest)).toEqual([false, false, false, false, true])
  })

  for (const { file, printed, isTest } of snippets)
    it(`runs ${file} as it stands${printed ? ', and it prints what is shown' : ''}`, {
      timeout: 600_000,
    }, () => {
      const output = isTest ? run(modules('vitest', 'vitest.mjs'), 'run', file) : run(file)
      if (printed) expect(output).toBe(printed)
      if (isTest) expect(output).toMatch(/1 passed/)
      expect(output).not.toContain('hunter2')
    })

  it('leads to each guide, and names each subpath of the package', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const subpaths = Object.keys(exports).filter((name) => !/^\.$|\.json$/.test(name))
    expect(guideNames.filter((name) => !readme.includes(`docs/guides/${name}.md`))).toEqual([])
    expect(subpaths.filter((name) => !readme.includes(`\`…${name.slice(1)}\``))).toEqual([])
  })

  it('compiles, under the strictest settings', { timeout: 600_000 }, () => {
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      ...{ target: 'es2023', module: 'nodenext', lib: ['es2023', 'dom'], types: [], noEmit: true },
      skipLibCheck: true,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
    expect(run(modules('ts7', 'bin', 'tsc'), '-p', folder)).toBe('')
  })
})

describe('the pages that come with the package', () => {
  const installed = join(folder, 'node_modules', 'terminal-lifecycle')

  it('lead to what comes with it, or to an address', () => {
    const { pages, dead } = deadEndsIn(installed)
    expect(pages).toBeGreaterThan(10)
    expect(dead).toEqual([])
  })

  it('are all there that the manifest promises', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] }
    const promised = files.filter((path) => !path.startsWith('!'))
    expect(promised.filter((path) => !existsSync(join(installed, path)))).toEqual([])
  })

  it('know of dead ends: a page with four of them is told as such', () => {
    const place = join(folder, 'pages')
    mkdirSync(join(place, 'docs'), { recursive: true })
    writeFileSync(
      join(place, 'docs', 'here.md'),
      '# Here it is, still\n[gone](../gone.md) [out](../../outside.md)',
    )
    writeFileSync(
      join(place, 'README.md'),
      '[a](docs/here.md#here-it-is-still) [b](docs/here.md#there) [c](https://example.com/) `docs/lost.json`',
    )
    expect(deadEndsIn(place).dead.toSorted()).toEqual([
      ...['README.md: docs/here.md#there', 'README.md: docs/lost.json'],
      ...['docs/here.md: ../../outside.md', 'docs/here.md: ../gone.md'],
    ])
  })
})
