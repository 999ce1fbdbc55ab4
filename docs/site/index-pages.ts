import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from './languages.ts'
import { descriptionOf, titleOf, withoutTitle } from './markdown.ts'
import type { Page } from './page.ts'
import { type SectionName, sections } from './sidebar.ts'

/** The first page: what the library is, then everything that the sidebar leads to. */
export const indexPages = (
  others: readonly Page[],
  places: Readonly<Record<SectionName, readonly string[]>>,
): readonly Page[] =>
  languages.map(({ locale }) => {
    const source = `docs/site/pages/index.${locale}.md`
    const text = readFileSync(join(import.meta.dirname, `pages/index.${locale}.md`), 'utf8')
    const find = (path: string): Page | undefined =>
      others.find((page) => page.path === path && page.locale === locale) ??
      others.find((page) => page.path === path)
    const lists = (Object.keys(sections) as SectionName[]).flatMap((name) => {
      const rows = places[name].flatMap((path) => {
        const page = find(path)
        return page ? [`- [${page.title}](/${path})`] : []
      })
      const { label, for: reader } = sections[name]
      const text = `## ${label[locale]}\n\n${reader[locale]}\n\n${rows.join('\n')}`
      return rows.length > 0 ? [`<section>\n\n${text}\n\n</section>`] : []
    })
    const title = titleOf(text)
    const common = { path: '', locale, title, label: title, description: descriptionOf(text), source }
    return {
      ...common,
      body: `${withoutTitle(text)}\n<div class="kinds">\n\n${lists.join('\n\n')}\n\n</div>\n`,
    }
  })
