import type { Page } from './page.ts'
import { groups, type SectionName, sections } from './sidebar.ts'

/** As the configuration of the site takes it. */
export type NavigationItem =
  | { readonly slug: string }
  | {
      readonly label: string
      readonly translations: Readonly<Record<string, string>>
      readonly collapsed: boolean
      readonly items: readonly NavigationItem[]
    }

const labelled = (label: { readonly en: string; readonly 'zh-CN': string }) => ({
  label: label.en,
  translations: { 'zh-CN': label['zh-CN'] },
})

/** Pages that a folding group shows: of the API only the subpaths, which lead to the rest. */
const below = (pages: readonly Page[], parent: string): readonly string[] =>
  pages
    .filter(({ path, locale }) => locale === 'en' && path.startsWith(`${parent}/`))
    .map(({ path }) => path)
    .filter(
      (path) => parent !== 'api' || !/\/(classes|functions|interfaces|type-aliases|variables)\//.test(path),
    )

export const navigationOf = (
  pages: readonly Page[],
  places: Readonly<Record<SectionName, readonly string[]>>,
): readonly NavigationItem[] =>
  (Object.keys(sections) as SectionName[])
    .map((name) => ({
      ...labelled(sections[name].label),
      collapsed: false,
      items: places[name]
        .filter((path) => pages.some((page) => page.path === path))
        .map((path) => {
          const group = groups.find(({ page }) => page === path)
          if (!group) return { slug: path }
          const items = [path, ...below(pages, path)].map((slug) => ({ slug }))
          return { ...labelled(group.label), collapsed: true, items }
        }),
    }))
    .filter(({ items }) => items.length > 0)
