import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf } from '../../docs/site/anchors.ts'
import { faultsOf } from '../../docs/site/dead-links.ts'
import { addressOf, targetsOf } from '../../docs/site/links.ts'
import type { Page } from '../../docs/site/page.ts'
import { deadEndsOf } from '../package/pages.ts'

const root = join(import.meta.dirname, '../..')

/** What is in the repository; what lies in a package has its test in test/readme. */
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  // pages of the site alone: their links are looked at where it is built
  .filter((page) => !page.startsWith('docs/site/pages/'))

const inFolder = <T>(files: Readonly<Record<string, string>>, ask: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    return ask(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('links between the pages of the repository', () => {
  it('lead to files and anchors that are there', () => {
    const read = pages.filter((page) => !page.startsWith('.changeset/'))
    expect(read.length).toBeGreaterThan(40)
    expect(deadEndsOf(root, read)).toEqual([])
  })

  it('are told where they are dead', () => {
    const files = { 'a.md': '[b](b.md#one) [b](b.md#three) [c](c.md)', 'b.md': '# One\n\n<a id="two"></a>' }
    expect(inFolder(files, (folder) => deadEndsOf(folder, ['a.md']))).toEqual([
      'a.md: b.md#three',
      'a.md: c.md',
    ])
  })
})

describe('links of the site', () => {
  const page = (path: string, locale: Page['locale'], source: string, body = ''): Page => ({
    path,
    locale,
    source,
    body,
    title: path,
    label: path,
    description: '',
  })
  const client = page('guides/client', 'en', 'docs/guides/client.md')
  const chinese = page('guides/client', 'zh-CN', 'docs/guides/client.zh-CN.md')
  const events = page('reference/events', 'en', 'docs/reference.md', '<a id="hold.placed"></a>')
  const codes = page('reference', 'en', 'docs/reference.md')
  const targets = targetsOf([client, chinese, codes, events], root, ({ body }) => anchorsOf(body))
  const from = (reader: Page, link: string): string => addressOf(reader, link, targets)

  it('lead from page to page in the reader’s language, wherever the site lies', () => {
    expect(from(client, '../reference.md')).toBe('../../reference/')
    expect(from(client, '../reference.md#hold.placed')).toBe('../../reference/events/#hold.placed')
    expect(from(client, 'client.zh-CN.md')).toBe('../../zh-cn/guides/client/')
    expect(from(chinese, 'client.md')).toBe('../../../guides/client/')
    expect(from(chinese, '../reference.md')).toBe('../../reference/')
  })

  it('lead to the repository where there is no page, and elsewhere as they are', () => {
    const place = 'https://github.com/terminal-lifecycle/terminal-lifecycle'
    expect(from(client, '../../examples/look')).toBe(`${place}/tree/main/examples/look`)
    expect(from(client, '../../package.json')).toBe(`${place}/blob/main/package.json`)
    expect(from(client, '../diagrams/live.light.svg')).toBe('../../diagrams/live.light.svg')
    expect(from(client, 'https://www.rfc-editor.org')).toBe('https://www.rfc-editor.org')
  })

  it('stop the build where they lead nowhere', () => {
    expect(() => from(client, 'nowhere.md')).toThrow('docs/guides/client.md: nowhere.md leads nowhere')
    expect(() => from(client, '../reference.md#nothing')).toThrow('docs/reference.md has no anchor #nothing')
  })

  it('are followed in what was built: dead ones, ids that stand twice, other hosts', () => {
    const files = {
      'index.html': '<p id="a"></p><p id="a"></p><a href="b/#c">b</a><a href="b/#d">b</a><a href="e/">e</a>',
      'b/index.html':
        '<p id="c"></p><img src="https://cdn.example/a.png"><a href="../../">out of the folder</a>',
    }
    expect(inFolder(files, (folder) => faultsOf(folder, '/docs'))).toEqual([
      'index.html: b/#d leads nowhere',
      'index.html: e/ leads nowhere',
      'index.html: the id a stands twice',
      'b/index.html: ../../ leads nowhere',
      'b/index.html: asks another host: <img src="https://',
    ])
  })
})
