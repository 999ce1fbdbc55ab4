import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../../src/testing/index.ts'

const code = readFileSync('test/docs/testing-suite.test.ts', 'utf8').trim()

describe.each(['docs/guides/testing.md', 'docs/guides/testing.zh-CN.md'])('The guide %s', (path) => {
  const guide = readFileSync(path, 'utf8')

  it('shows the suite that is run', () => {
    const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, block]) => block)
    expect(blocks).toEqual([code])
  })

  it('names scenarios that there are, and leads to files that are there', () => {
    const named = [...guide.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(([, name]) => name as string)
    expect(named.filter((name) => !(name in scenarios))).toEqual([])
    const links = [...guide.matchAll(/\]\(([^):#]+)[):#]/g)].map(([, link]) => link as string)
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([])
  })
})
