import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorsOf } from './anchors.ts'
import { apiPages } from './api.ts'
import { diagramPages } from './diagrams.ts'
import { guideNames, writtenPages } from './guides.ts'
import { withThemes } from './images.ts'
import { indexPages } from './index-pages.ts'
import { languages } from './languages.ts'
import { targetsOf, withAddresses } from './links.ts'
import { joinLines, outsideCode } from './markdown.ts'
import { type NavigationItem, navigationOf } from './navigation.ts'
import type { Page } from './page.ts'
import { playgroundPages } from './playground.ts'
import { referencePages } from './reference.ts'
import { placesOf, type SectionName } from './sidebar.ts'

export interface Content {
  readonly pages: readonly Page[]
  readonly places: Readonly<Record<SectionName, readonly string[]>>
  readonly navigation: readonly NavigationItem[]
}

const references = (root: string): readonly Page[] => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  return languages.flatMap(({ locale, suffix }) => {
    const source = `docs/reference${suffix}.md`
    return referencePages(read(source), read('docs/reference.md'), { locale, source })
  })
}

/** A break between two Chinese characters of a paragraph would be shown as a blank. */
const unbroken = (page: Page): Page =>
  page.locale === 'zh-CN' ? { ...page, body: outsideCode(page.body, joinChinese) } : page

const joinChinese = (text: string): string =>
  text.replaceAll(/^(?![#|>\-*\d ]).+(?:\n(?![#|>\-*\d \n]).+)+/gm, joinLines)

/** Every page of the site with its links resolved. `api`: the folder that TypeDoc wrote; without it there is no API. */
export const contentOf = (root: string, api?: string): Content => {
  const sources = [
    ...writtenPages(root),
    ...references(root),
    ...diagramPages(),
    ...playgroundPages(),
    ...(api ? apiPages(api) : []),
  ]
  const places = placesOf(guideNames(root))
  const all = [...indexPages(sources, places), ...sources]
  const known = new Map<Page, ReadonlySet<string>>()
  const anchors = (page: Page): ReadonlySet<string> => {
    const found = known.get(page) ?? anchorsOf(page.body)
    known.set(page, found)
    return found
  }
  const targets = targetsOf(all, root, anchors)
  const pages = all.map((page) => {
    const addressed = withAddresses(unbroken(page), targets)
    return { ...addressed, body: outsideCode(addressed.body, withThemes) }
  })
  return { pages, places, navigation: navigationOf(pages, places) }
}
