import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the SDK that terminalLifecycleObject is given', () => {
  it('is that of Restate, whose types fit as they are', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], {
      cwd: join(root, 'tools/restate'),
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

describe.each(['restate', 'restate.zh-CN'])('The guide %s', (name) => {
  it('shows the program that the types of the SDK are checked with', () => {
    const blocks = [...read(`docs/guides/${name}.md`).matchAll(/```ts\n([\s\S]*?)```/g)]
    expect(blocks.map(([, code]) => code)).toEqual([read('tools/restate/guide.ts')])
  })
})
