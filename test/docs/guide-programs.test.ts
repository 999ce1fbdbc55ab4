import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type GuideProject,
  guideNames,
  guideProject,
  guidesFolder,
  hasCode,
  programOf,
  root,
  runElsewhere,
  withOutput,
} from '../../scripts/run-guides.ts'
import { unpackInto } from '../package/packed.ts'

const pages = guideNames
  .filter((name) => !runElsewhere.has(name))
  .flatMap((name) => [name, `${name}.zh-CN`])
  .map((name) => ({ name, text: readFileSync(join(guidesFolder, `${name}.md`), 'utf8') }))
  .filter(({ text }) => hasCode(text))

/** A page and its sister often show the same program; it is run once. */
const printed = new Map<string, string>()
const printedBy = (name: string, text: string): string => {
  const program = programOf(text)
  const output = printed.get(program) ?? project.run(name, text)
  printed.set(program, output)
  return output
}

let project: GuideProject
beforeAll(() => {
  project = guideProject(unpackInto)
})
afterAll(() => project.remove())

describe('The guides, followed with the packed package', () => {
  it.each(pages)('$name prints what it shows: else run node scripts/run-guides.ts', ({ name, text }) => {
    expect(withOutput(text, printedBy(name, text))).toBe(text)
  })

  it('compile, under the strictest settings', () => {
    for (const { name, text } of pages) writeFileSync(join(project.folder, `${name}.ts`), programOf(text))
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      ...{ target: 'es2023', module: 'nodenext', lib: ['es2023', 'dom'], types: [], noEmit: true },
      ...{ allowImportingTsExtensions: true, skipLibCheck: true },
    }
    writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
    const tsc = join(root, 'node_modules', 'ts7', 'bin', 'tsc')
    expect(execFileSync(process.execPath, [tsc, '-p', project.folder], { encoding: 'utf8' })).toBe('')
  })

  it('know of a page that prints something else', () => {
    const page = '```ts\nconsole.log(1)\n```\n\n```text\n2\n```\n'
    expect(withOutput(page, project.run('another', page))).toBe(page.replace('2', '1'))
  })
})

it('No guide whose code is run elsewhere is missing its test', () => {
  const tests =
    globSync('*guide*.test.ts', { cwd: import.meta.dirname }).join() +
    globSync('test/**/*.test.ts', { cwd: root }).join()
  for (const name of runElsewhere) expect(tests, name).toContain(name)
})
