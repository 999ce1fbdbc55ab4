import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
// inside the package, so that its own name resolves as it does for a user
const folder = join(root, '.terminal-lifecycle', `readme-${process.pid}`)
mkdirSync(folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)].map(
  ([, code = '', printed]) => ({ code, printed }),
)

describe('the README', () => {
  it('has a snippet for the question, the back end and the form', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(3)
  })

  for (const [index, { code, printed }] of snippets.entries())
    it(`runs snippet ${index + 1} as it stands${printed ? ', and it prints what is shown' : ''}`, {
      timeout: 20_000,
    }, () => {
      const file = join(folder, `snippet-${index + 1}.ts`)
      writeFileSync(file, code)
      const output = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
        encoding: 'utf8',
      })
      if (printed) expect(output).toBe(printed)
      expect(output).not.toContain('hunter2')
    })
})
