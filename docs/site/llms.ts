import { type Locale, languages } from './languages.ts'
import type { Page } from './page.ts'
import { type SectionName, sections } from './sidebar.ts'

type Places = Readonly<Record<SectionName, readonly string[]>>

const words = {
  en: { full: 'All of the above in one file', optional: 'Optional', source: 'The same in Chinese' },
  'zh-CN': { full: '以上全部内容，一个文件', optional: 'Optional', source: '英文版' },
} as const

/** Where a page lies as markdown: beside its HTML, so that its links hold. */
export const markdownFile = ({ path, locale }: Pick<Page, 'path' | 'locale'>): string => {
  const language = languages.find((each) => each.locale === locale)
  return `${language?.path ?? ''}${path === '' ? '' : `${path}/`}index.md`
}

/** The page in this language, or in English where there is no other. */
const found = (pages: readonly Page[], path: string, locale: Locale): Page | undefined =>
  pages.find((page) => page.path === path && page.locale === locale) ??
  pages.find((page) => page.path === path)

/** Sections with their pages; those that are many and short stand in the section that may be left out. */
const optional = /^(api|decisions|requirements|changelog|codes)(\/|$)/

const listed = (pages: readonly Page[], paths: readonly string[], locale: Locale): readonly Page[] =>
  paths.flatMap((path) => {
    const page = found(pages, path, locale)
    const below =
      path === 'reference'
        ? pages.filter((each) => each.path.startsWith('reference/') && each.locale === locale)
        : []
    return page ? [page, ...below] : []
  })

/** As llmstxt.org has it: name, quote, and a list of links for each heading. Links are relative to the file. */
export const llmsText = (pages: readonly Page[], places: Places, locale: Locale): string => {
  const base = languages.find((each) => each.locale === locale)?.path ?? ''
  const home = found(pages, '', locale)
  const row = (page: Page): string => {
    const file = markdownFile(page)
    const link = file.startsWith(base) ? file.slice(base.length) : `../${file}`
    return `- [${page.title}](${link})${page.description === '' ? '' : `: ${page.description}`}`
  }
  const names = Object.keys(sections) as SectionName[]
  const lists = names.flatMap((name) => {
    const rows = listed(pages, places[name], locale)
      .filter(({ path }) => !optional.test(path))
      .map(row)
    return rows.length > 0 ? [`## ${sections[name].label[locale]}\n\n${rows.join('\n')}`] : []
  })
  const rest = names
    .flatMap((name) => listed(pages, places[name], locale))
    .filter(({ path }) => optional.test(path))
  const full = `- [llms-full.txt](llms-full.txt): ${words[locale].full}`
  const other = locale === 'en' ? 'zh-cn/llms.txt' : '../llms.txt'
  const extra = [full, ...rest.map(row), `- [llms.txt](${other}): ${words[locale].source}`]
  return `# terminal-lifecycle\n\n> ${home?.description}\n\n${lists.join('\n\n')}\n\n## ${words[locale].optional}\n\n${extra.join('\n')}\n`
}

/** Every page of the lists that may not be left out, whole. */
export const llmsFullText = (pages: readonly Page[], places: Places, locale: Locale): string =>
  (Object.keys(sections) as SectionName[])
    .flatMap((name) => listed(pages, places[name], locale))
    .filter(({ path }) => !optional.test(path))
    .map(({ title, body }) => `# ${title}\n\n${body.trim()}\n`)
    .join('\n')
