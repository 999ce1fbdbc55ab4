import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseAt } from './a-case.ts'
import { manifestOf, projectOf, root } from './project.ts'

const { version, ...own } = manifestOf(root)
/** Ranges under which everything here is tested. */
const tested = {
  ...manifestOf(join(root, 'tools', 'portal')).devDependencies,
  ...own.devDependencies,
  'terminal-lifecycle': `^${version}`,
}
const names = globSync('examples/*/package.json', { cwd: root }).map((path) => dirname(path))

/** What a file imports, as it is written there. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom |^import |\bimport\()['"]([^'"]+)['"]/gm)].map(([, from = '']) => from)

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe.each(names)('%s stands alone', (folder) => {
  const { dependencies, devDependencies } = manifestOf(join(root, folder))
  const wanted = { ...dependencies, ...devDependencies }
  // Also where somebody has installed and started it.
  const exclude = (path: string) => path.includes('node_modules')
  const files = globSync('**/*.{ts,tsx,mjs,css}', { cwd: join(root, folder), exclude })

  it('imports nothing but its own files, Node and what its manifest names', () => {
    expect(files).not.toEqual([])
    const strange = files.flatMap((path) =>
      importsOf(readFileSync(join(root, folder, path), 'utf8')).filter((from) => {
        if (from.startsWith('.')) return !files.includes(normalize(join(dirname(path), from)))
        return !from.startsWith('node:') && !(packageOf(from) in wanted)
      }),
    )
    expect(strange).toEqual([])
  })

  it('wants what is tested here, in the same ranges', () => {
    expect(wanted).toMatchObject({ 'terminal-lifecycle': `^${version}` })
    expect(tested).toMatchObject(wanted)
  })

  it('has a page to read that fits a screen, and says how to start it', () => {
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
    expect(readme.split('\n').length).toBeLessThan(45)
    expect(readme).toContain('npm install')
  })
})

it('A merchant files a suspension with the example with Hono', async () => {
  const project = projectOf('hono-backend', 'built')
  const server = await project.start('main.ts')
  try {
    const { open, file, stateOf } = caseAt(server.line)
    expect((await open()).status).toBe(201)
    await file()
    expect(await stateOf()).toMatchObject({ status: 'underReview' })
  } finally {
    await server.end('SIGKILL')
    project.remove()
  }
})
