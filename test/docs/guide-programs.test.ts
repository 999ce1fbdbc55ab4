import { execFileSync } from 'node:child_process'
import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { programOf, root, runElsewhere, withOutput } from '../../scripts/run-guides.ts'
import { followed, isReadFirst, pagesIn } from './guide-programs.ts'

// The first ones to be read; all others, and their sisters in the other language, are run by the slow tests.
followed(
  pagesIn('').filter(({ name }) => isReadFirst(name)),
  (project) => {
    it('compile in both languages, under the strictest settings', () => {
      const { folder } = project()
      for (const { name, text } of [...pagesIn(''), ...pagesIn('.zh-CN')])
        writeFileSync(join(folder, `${name}.ts`), programOf(text))
      const compilerOptions = {
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
        ...{ target: 'es2023', module: 'nodenext', lib: ['es2023', 'dom'], types: [], noEmit: true },
        ...{ allowImportingTsExtensions: true, skipLibCheck: true },
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
      const tsc = join(root, 'node_modules', 'ts7', 'bin', 'tsc')
      expect(execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).toBe('')
    })

    it('know of a page that prints something else', () => {
      const page = '```ts\nconsole.log(1)\n```\n\n```text\n2\n```\n'
      expect(withOutput(page, project().run('another', page))).toBe(page.replace('2', '1'))
    })
  },
)

it('No guide whose code is run elsewhere is missing its test', () => {
  const tests =
    globSync('*guide*.test.ts', { cwd: import.meta.dirname }).join() +
    globSync('test/**/*.test.ts', { cwd: root }).join()
  for (const name of runElsewhere) expect(tests, name).toContain(name)
})
