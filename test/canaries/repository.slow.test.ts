import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type SecretCode, secretsIn } from '../../src/domain/index.ts'
import { Run } from '../quickstart/runs.ts'
import { exceptions } from './exceptions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-canaries-'))
afterAll(() => rmSync(folder, { recursive: true }))

const filesBelow = (top: string): readonly string[] =>
  readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Everything that is committed and is text. */
const committed = ['src', 'test', 'docs', 'examples', 'scripts', 'bench', 'tools', '.changeset']
  .flatMap((name) => filesBelow(join(root, name)))
  .concat(['README.md', 'CONTRIBUTING.md', 'package.json'].map((name) => join(root, name)))
  .filter((file) => !file.includes('node_modules'))
  .filter((file) => ['.ts', '.md', '.json', '.jsonl', '.csv', '.txt', '.mts', '.js'].includes(extname(file)))

interface Found {
  readonly file: string
  readonly code: SecretCode
  readonly text: string
}

/** Line by line: a number that a line end breaks is looked for by tests of the detector. */
const foundIn = (file: string, content: string): readonly Found[] =>
  content
    .split('\n')
    .flatMap((line) =>
      secretsIn(line).map(({ code, start, end }) => ({ file, code, text: line.slice(start, end) })),
    )

const unexplained = (found: readonly Found[]): readonly Found[] =>
  found.filter((one) => !exceptions.some(({ is }) => is(one)))

describe('the repository', () => {
  const found = committed.flatMap((file) => foundIn(file.slice(root.length), readFileSync(file, 'utf8')))

  it('holds no number of a card or a person, and no secret, but the listed ones', () => {
    expect(committed.length).toBeGreaterThan(1_000)
    expect(unexplained(found)).toEqual([])
  })

  it('needs each of the exceptions', () => {
    expect(exceptions.filter(({ is }) => !found.some(is)).map(({ why }) => why)).toEqual([])
  })
})

describe('npm start', () => {
  it.each(['closure', 'imposed'])('prints and leaves behind no secret: %s', async (name) => {
    const own = join(folder, name)
    const run = new Run(own, '--case', name)
    expect(await run.end()).toBe(0)
    const left = filesBelow(own).map((file) => [file, readFileSync(file, 'utf8')] as const)
    expect(left.length).toBeGreaterThan(2)
    const texts = [['output', run.output] as const, ...left]
    expect(unexplained(texts.flatMap(([file, text]) => foundIn(file, text)))).toEqual([])
  })
})

it('A number that is planted in a file is found', () => {
  const number = `411111${'1'.repeat(10)}`
  expect(foundIn('x.md', `see ${number}`)).toEqual([{ file: 'x.md', code: 'PAN_IN_TEXT', text: number }])
})
