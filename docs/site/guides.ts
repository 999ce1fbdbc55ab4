import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Language, languages } from './languages.ts'
import { repository } from './links.ts'
import { descriptionOf, labelOf, titleOf, withoutTitle } from './markdown.ts'
import type { Page } from './page.ts'

/** Mermaid is for readers of the repository; the site has the same chart as a picture. */
const withPictures = (text: string, title: string, suffix: string): string =>
  text.replaceAll(
    /<!-- diagram: (\w+) -->\n\n```mermaid\n[\s\S]*?```/g,
    (_, part) => `![${title}](/diagrams/${part}${suffix}.light.svg)`,
  )

const pageOf = (root: string, source: string, path: string, { locale, suffix }: Language): Page => {
  const text = readFileSync(join(root, source), 'utf8').replaceAll('\r\n', '\n')
  const title = titleOf(text)
  const common = { path, locale, title, label: labelOf(title), description: descriptionOf(text), source }
  return { ...common, body: withPictures(withoutTitle(text), title, suffix) }
}

export const guideNames = (root: string): readonly string[] =>
  globSync('docs/guides/*.md', { cwd: root })
    .map((file) => basename(file, '.md'))
    .filter((name) => !name.includes('.'))
    .toSorted()

const guidePages = (root: string): readonly Page[] =>
  guideNames(root).flatMap((name) =>
    languages.flatMap((language) => {
      const source = `docs/guides/${name}${language.suffix}.md`
      return existsSync(join(root, source)) ? [pageOf(root, source, `guides/${name}`, language)] : []
    }),
  )

const decisionWords = {
  en: [
    'Decisions',
    'Why things are as they are: what was asked, what was chosen, what was not taken, and which test keeps it true.',
  ],
  'zh-CN': ['设计决定', '为什么如此设计：问题、选择、未采用的方案，以及保证其成立的测试。正文为英文。'],
} as const

const decisionPages = (root: string): readonly Page[] => {
  const [english] = languages
  const records = globSync('docs/decisions/[0-9]*.md', { cwd: root })
    .toSorted()
    .map((file) => pageOf(root, file.replaceAll('\\', '/'), `decisions/${basename(file, '.md')}`, english))
  const list = records.map(({ title, path }) => `- [${title}](/${path})`).join('\n')
  const index = languages.map(({ locale }) => {
    const [title, description] = decisionWords[locale]
    const common = { path: 'decisions', locale, title, label: title, description }
    return { ...common, body: `${description}\n\n${list}\n`, source: 'docs/decisions' }
  })
  return [...index, ...records]
}

/** A wide row of requirements leads on to the tests, which are not on the site. */
const requirementPages = (root: string): readonly Page[] => {
  const [english] = languages
  return [
    pageOf(root, 'docs/requirements.md', 'requirements', english),
    {
      ...pageOf(root, 'CHANGELOG.md', 'changelog', english),
      title: 'Changelog',
      label: 'Changelog',
      description: `What each release changed. The source is ${repository}.`,
    },
  ]
}

/** Every page whose text a person wrote as markdown. */
export const writtenPages = (root: string): readonly Page[] => [
  ...guidePages(root),
  ...decisionPages(root),
  ...requirementPages(root),
]
