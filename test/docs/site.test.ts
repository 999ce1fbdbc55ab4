import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf } from '../../docs/site/anchors.ts'
import { contentOf } from '../../docs/site/content.ts'
import { withThemes } from '../../docs/site/images.ts'
import { llmsText } from '../../docs/site/llms.ts'
import { descriptionOf, joinLines, titleOf } from '../../docs/site/markdown.ts'
import { missingPage } from '../../docs/site/missing.ts'
import { policyOf } from '../../docs/site/policy.ts'
import { partsOf } from '../../docs/site/reference.ts'
import { withTableFrames } from '../../docs/site/tables.ts'
import { blockerCodes, eventTypes, locales, orderKinds } from '../../src/domain/index.ts'

const root = join(import.meta.dirname, '../..')
const content = contentOf(root)
const find = (path: string, locale: string) => {
  const page = content.pages.find((each) => each.path === path && each.locale === locale)
  if (!page) throw new Error(`no page ${path} in ${locale}`)
  return page
}

describe('The pages of the site', () => {
  it('have a title, a description and, where people read them, a page in each language', () => {
    for (const { path, title, description } of content.pages)
      expect([path, title !== '', description.length], path).toEqual([path, true, expect.any(Number)])
    const english = content.pages.filter(
      ({ locale, path }) => locale === 'en' && /^(guides|reference|codes|diagrams)?(\/|$)/.test(path),
    )
    for (const { path } of english) expect(find(path, 'zh-CN').title, path).not.toBe('')
  })

  it('are all reached from the sidebar', () => {
    const reached = JSON.stringify(content.navigation)
    const missing = content.pages.filter(({ path }) => path !== '' && !reached.includes(`{"slug":"${path}"}`))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it.each(locales)('explain each code at an anchor of its own name, in %s', (locale) => {
    const anchors = anchorsOf(find('codes', locale).body)
    const codes = [...eventTypes, ...blockerCodes, ...orderKinds, 'INVALID_INPUT', 'OUTCOME_UNKNOWN']
    expect(codes.filter((code) => !anchors.has(code))).toEqual([])
    expect(anchorsOf(find('reference/blockers', locale).body)).toContain('MAKER_IS_CHECKER')
  })

  it('have the same parts of the reference in each language', () => {
    const parts = locales.map((locale) =>
      partsOf(readFileSync(join(root, `docs/reference${locale === 'en' ? '' : `.${locale}`}.md`), 'utf8')),
    )
    expect(parts[0]?.length).toBe(parts[1]?.length)
  })
})

it('What is shown for an address that is none leads on in both languages, from any folder of a host', () => {
  const addresses = (base: string) => [...missingPage(base).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to)
  expect(addresses('/')).toEqual(expect.arrayContaining(['/', '/codes/', '/zh-cn/', '/zh-cn/codes/']))
  expect(addresses('/docs').every((to) => to?.startsWith('/docs/'))).toBe(true)
})

describe('What is read off a source', () => {
  it('is its title and the first sentences, without marks', () => {
    const source = '# The `client`\n\nIt [checks](a.md) what is\n**asked**. And more.\n'
    expect([titleOf(source), descriptionOf(source)]).toEqual([
      'The client',
      'It checks what is asked. And more.',
    ])
  })

  it('is joined without a blank between Chinese characters', () => {
    expect(joinLines('校验请求，\n签名')).toBe('校验请求，签名')
    expect(joinLines('全文见\nREADME')).toBe('全文见 README')
  })
})

describe('A built page', () => {
  it('allows what stands in it by its hash, and nothing else', () => {
    const policy = policyOf('<script>go()</script><script src="/a.js"></script><p style="--a:1"></p>')
    expect(policy).toContain("default-src 'none'")
    expect(policy.match(/sha256-/g)).toHaveLength(2)
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'/)
  })

  it('names its tables after the heading above, and each cell after its column', () => {
    const html = withTableFrames(
      '<h2 id="a">Kinds</h2><table><thead><tr><th>Code</th></tr></thead><tr><td>x</td></tr></table>',
    )
    expect(html).toContain('<div class="table" role="region" tabindex="0" aria-label="Kinds"><table>')
    expect(html).toContain('<td data-label="Code">x</td>')
  })

  it('shows a diagram in the theme that the reader chose', () => {
    const html = withThemes('![Live](../diagrams/live.zh-CN.light.svg)')
    expect(html).toContain('class="dark-only" href="../diagrams/live.zh-CN.dark.svg"')
    expect(html).toContain('srcset="../diagrams/live.narrow.zh-CN.light.svg"')
  })
})

describe.each(locales)('llms.txt in %s', (locale) => {
  it('has a name, a quote and lists of links, each with what the page is about', () => {
    const text = llmsText(content.pages, content.places, locale)
    expect(text).toMatch(/^# terminal-lifecycle\n\n> .+\n\n## /)
    expect(text).toMatch(/^- \[.+\]\(guides\/client\/index\.md\): .+$/m)
    expect(text).toMatch(/\n## Optional\n\n- \[llms-full\.txt\]\(llms-full\.txt\)/)
  })
})
