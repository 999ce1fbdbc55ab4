import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path/posix'
import { anchorOf } from './anchors.ts'
import { type Locale, languages } from './languages.ts'
import { outsideCode } from './markdown.ts'
import type { Page } from './page.ts'

/** Where files of the repository are shown that are no page of the site. */
export const repository = 'https://github.com/terminal-lifecycle/terminal-lifecycle'

/** Files that the site carries as they are. */
export const carried = /^docs\/(diagrams\/[\w.-]+\.svg|open-api\.json)$/

const urlPath = (path: string, locale: Locale): string => {
  const base = languages.find((language) => language.locale === locale)?.path ?? ''
  return path === '' ? `/${base}` : `/${base}${path}/`
}

/** From one page to another one, so that the site may lie in any folder of a host. */
const between = (from: string, address: string): string => {
  const [to = '', hash] = address.split('#')
  const way = relative(from, to)
  const path = way === '' ? './' : `${way}${to.endsWith('/') ? '/' : ''}`
  return hash === undefined ? path : `${path}#${hash}`
}

export interface LinkTargets {
  /** Path and anchor of what this file became, for a reader of this language. `anchor` tells parts of one file apart. */
  pageOf(file: string, anchor: string, reader: Locale): string | undefined
  readonly root: string
}

/** The pages by their sources; a file that became several pages is found by the anchor. */
export const targetsOf = (
  pages: readonly Page[],
  root: string,
  anchors: (page: Page) => ReadonlySet<string>,
): LinkTargets => {
  const bySource = new Map<string, Page[]>()
  for (const page of pages) bySource.set(page.source, [...(bySource.get(page.source) ?? []), page])
  const written = new Set(pages.map(({ path, locale }) => `${locale} ${path}`))
  return {
    root,
    pageOf: (file, anchor, reader) => {
      const found = bySource.get(file) ?? []
      const one = (test: (page: Page) => boolean): Page | undefined => found.find(test)
      const titled = one(({ title }) => anchorOf(title) === anchor)
      const page = anchor === '' ? found[0] : (one((each) => anchors(each).has(anchor)) ?? titled)
      if (!page && found.length > 0) throw new Error(`${file} has no anchor #${anchor}`)
      if (!page) return
      // What exists in English only is shown there too, in the frame of the reader's language.
      const only = page.locale === 'en' && !written.has(`${reader} ${page.path}`)
      // A part of a file that is a page of its own is meant by its heading, which is the title there.
      const hash = anchor !== '' && anchors(page).has(anchor) ? `#${anchor}` : ''
      return `${urlPath(page.path, only ? reader : page.locale)}${hash}`
    },
  }
}

/** The address in the site of what a page's source leads to. */
export const addressOf = (page: Page, link: string, { root, pageOf }: LinkTargets): string => {
  if (/^([a-z][a-z+.-]*:|#)/i.test(link)) return link
  const [target = '', anchor = ''] = link.split('#')
  const hash = anchor === '' ? '' : `#${anchor}`
  const here = urlPath(page.path, page.locale)
  if (target.startsWith('/')) {
    const path = target.replaceAll(/^\/|\/$/g, '')
    const to = /\.\w+$/.test(path) ? `/${path}` : urlPath(path, page.locale)
    return `${between(here, to)}${hash}`
  }
  const file = normalize(join(dirname(page.source), decodeURI(target))).replace(/\/$/, '')
  const to = pageOf(file, decodeURI(anchor), page.locale)
  if (to) return between(here, to)
  if (carried.test(file)) return between(here, `/${file.slice('docs/'.length)}`)
  if (file.startsWith('..') || !existsSync(join(root, file)))
    throw new Error(`${page.source}: ${link} leads nowhere`)
  return `${repository}/${statSync(join(root, file)).isDirectory() ? 'tree' : 'blob'}/main/${file}${hash}`
}

/** The same page with every link as the site has it. Code stays as it is. */
export const withAddresses = (page: Page, targets: LinkTargets): Page => {
  const address = (link: string): string => addressOf(page, link, targets)
  const body = outsideCode(page.body, (text) =>
    text
      .replaceAll(
        /(\]\()([^)\s]+)((?: "[^"]*")?\))/g,
        (_, open, link, close) => `${open}${address(link)}${close}`,
      )
      .replaceAll(/^(\[[^\]]+\]: )(\S+)/gm, (_, open, link) => `${open}${address(link)}`)
      .replaceAll(
        /(<[a-z]+ [^>]*?\b(?:href|src|srcset)=")([^"]+)(")/g,
        (_, open, link, close) => `${open}${address(link)}${close}`,
      ),
  )
  return { ...page, body }
}
