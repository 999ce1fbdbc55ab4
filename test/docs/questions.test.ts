import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { guideNames, guidesFolder } from '../../scripts/run-guides.ts'
import { type Locale, locales } from '../../src/domain/index.ts'

/** What people come with; each is the title of a page or a heading in one. */
const questions: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Why can this terminal not be closed?',
    'Which document is missing?',
    'What happens if our server dies now?',
    'How do I plug in our own systems?',
    'Who may see what?',
  ],
  'zh-CN': [
    '这台终端为什么不能关闭？',
    '缺哪份材料？',
    '服务器现在挂了会怎样？',
    '怎样接入我们自己的系统？',
    '谁可以看什么？',
  ],
}

it.each(locales)('The five questions that people come with are titles or headings in %s', (locale) => {
  const ending = locale === 'en' ? '.md' : '.zh-CN.md'
  const headings = guideNames.flatMap(
    (name) => readFileSync(join(guidesFolder, name + ending), 'utf8').match(/^#+ .*$/gm) ?? [],
  )
  const asked = headings.map((heading) => heading.replace(/^#+ (\d+\. )?/, ''))
  expect(questions[locale].filter((question) => !asked.includes(question))).toEqual([])
})
