import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideNames, guidesFolder } from '../../scripts/run-guides.ts'

const pageOf = (name: string, ending = '') => readFileSync(join(guidesFolder, `${name}${ending}.md`), 'utf8')

/** Blocks that are no words: code, commands, data. What a program prints may be in the reader's language. */
const codeIn = (page: string) =>
  [...page.matchAll(/```(?!text|mermaid)(\w+)\n([\s\S]*?)```/g)].map(
    ([, kind, code = '']) => `${kind} ${neutral(code)}`,
  )
/** Without the reader's language, where code names it. */
const neutral = (code: string) => code.replaceAll('zh-CN', 'en').replaceAll('ZhCn', 'En')
const printedIn = (page: string) => page.match(/```text\n/g)?.length ?? 0
const withoutCode = (page: string) => page.replaceAll(/```[\s\S]*?```/g, '')
const headingsIn = (page: string) => withoutCode(page).match(/^#+ /gm) ?? []
const rowsIn = (page: string) => withoutCode(page).match(/^\|/gm)?.length ?? 0

describe.each(guideNames)('The guide %s', (name) => {
  const english = pageOf(name)

  it('has a Chinese sister with as many headings, of the same depth', () => {
    expect(existsSync(join(guidesFolder, `${name}.zh-CN.md`))).toBe(true)
    expect(headingsIn(pageOf(name, '.zh-CN'))).toEqual(headingsIn(english))
  })

  it('shows the same code and the same tables in both languages', () => {
    const chinese = pageOf(name, '.zh-CN')
    expect(codeIn(chinese)).toEqual(codeIn(english))
    expect([printedIn(chinese), rowsIn(chinese)]).toEqual([printedIn(english), rowsIn(english)])
  })

  it('has a blank line after each table: what stands there would be its last row', () => {
    const blocks = [english, pageOf(name, '.zh-CN')].flatMap((page) => withoutCode(page).split(/\n\n+/))
    for (const block of blocks.filter((text) => /^\|/m.test(text))) {
      expect(block.match(/^(?!\||<!--).+/gm)).toBeNull()
      expect(block.match(/^\|\s*-/gm)).toHaveLength(1)
    }
  })

  it('begins with its title and has no second one', () => {
    for (const page of [english, pageOf(name, '.zh-CN')]) {
      expect(page.startsWith('# ')).toBe(true)
      expect(withoutCode(page).match(/^# /gm)).toHaveLength(1)
    }
  })

  it('leads its Chinese reader to Chinese pages', () => {
    const links = [...pageOf(name, '.zh-CN').matchAll(/\]\(([^)#\s]+\.md)/g)].map(
      ([, link]) => link as string,
    )
    expect(
      links.filter(
        (link) => !link.includes('zh-CN') && existsSync(join(guidesFolder, link.replace('.md', '.zh-CN.md'))),
      ),
    ).toEqual([])
  })

  it('breaks no Chinese sentence where the break would show as a space', () => {
    const text = withoutCode(pageOf(name, '.zh-CN'))
    const end = '[\\p{Script=Han}，。、；：！？）”]'
    expect(text.match(new RegExp(`.{0,10}${end}\\n *[\\p{Script=Han}（“\`].{0,10}`, 'gu'))).toBeNull()
  })
})
