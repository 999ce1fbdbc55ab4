// node scripts/run-guides.ts [guide …]: runs the code of the guides and writes down what it prints. The `ts` blocks of a page are one
// program, from top to bottom; the `text` block behind one of them is what that part prints. test/docs holds the pages to it.
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const guidesFolder = join(root, 'docs', 'guides')

/** Their code is that of an example, or is run by a test of its own. */
export const runElsewhere: ReadonlySet<string> = new Set([
  ...[
    'adapters',
    'forms',
    'getting-started',
    'logging',
    'postgresql',
    'restate',
    'security',
    'testing',
    'webhooks',
  ],
  'your-own-systems',
])

/** Each guide by its name, without the ending of its language. */
export const guideNames: readonly string[] = readdirSync(guidesFolder)
  .filter((file) => file.endsWith('.md') && !file.endsWith('.zh-CN.md'))
  .map((file) => basename(file, '.md'))

const block = /```ts\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g
export const hasCode = (page: string): boolean => page.includes('```ts\n')

/** Between what two parts print. */
const mark = '\u0001'

/** The blocks of a page as one module. */
export const programOf = (page: string): string =>
  [...page.matchAll(block)].map(([, code]) => `${code}\nconsole.log('${mark}')\n`).join('')

/** A page with what its parts have printed. */
export const withOutput = (page: string, output: string): string => {
  const parts = output.split(`${mark}\n`)
  return page.replaceAll(block, (_, code: string) => {
    const printed = parts.shift() ?? ''
    return `\`\`\`ts\n${code}\`\`\`${printed && `\n\n\`\`\`text\n${printed}\`\`\``}`
  })
}

/** A reader's project: what the README says to install, and nothing else. */
export interface GuideProject {
  readonly folder: string
  run(name: string, page: string): string
  remove(): void
}

export const guideProject = (installPackage: (place: string) => void): GuideProject => {
  const folder = mkdtempSync(join(tmpdir(), 'guides-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  installPackage(join(modules, 'terminal-lifecycle'))
  for (const name of ['zod', 'xstate', 'ky']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  }
  copyFileSync(join(root, 'examples', 'guides', 'desk.ts'), join(folder, 'desk.ts'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  return {
    folder,
    run: (name, page) => {
      const file = join(folder, `${name}.ts`)
      writeFileSync(file, programOf(page))
      const args = ['--disable-warning=ExperimentalWarning', file]
      // files that a program leaves behind are no other program's
      const cwd = mkdtempSync(join(folder, 'left-'))
      return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  const project = guideProject((place) => symlinkSync(root, place, 'junction'))
  for (const name of guideNames.filter((one) => !runElsewhere.has(one)))
    for (const ending of ['', '.zh-CN']) {
      const file = join(guidesFolder, `${name}${ending}.md`)
      if (wanted.length > 0 && !wanted.includes(name)) continue
      const page = readFileSync(file, 'utf8')
      if (hasCode(page)) writeFileSync(file, withOutput(page, project.run(`${name}${ending}`, page)))
    }
  project.remove()
}
