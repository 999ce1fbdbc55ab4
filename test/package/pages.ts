import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { anchorsOf } from '../../docs/site/anchors.ts'

const linkTo = /\]\(([^()\s]+)\)/g
/** A place in the repository, named in the middle of a sentence: `docs/open-api.json`. */
const placeNamed = /`((?:docs|examples|dist)\/[\w./-]+)`/g
const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

const leadsAstray = (root: string, page: string, link: string): boolean => {
  if (link.startsWith('https://')) return false
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : resolve(dirname(page), path)
  if (relative(root, target).startsWith('..') || !existsSync(target)) return true
  return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).has(decodeURIComponent(anchor))
}

/** What these pages lead to that is not there, as `page: link`. */
export const deadEndsOf = (root: string, pages: readonly string[]): readonly string[] =>
  pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const links = matches(text, linkTo).filter((link) => leadsAstray(root, join(root, page), link))
    const places = matches(text, placeNamed).filter((place) => !existsSync(join(root, place)))
    return [...links, ...places].map((found) => `${page}: ${found}`)
  })

/** The same of all pages in this folder, as in an installed package. */
export const deadEndsIn = (root: string): { readonly pages: number; readonly dead: readonly string[] } => {
  const pages = globSync('**/*.md', { cwd: root, exclude: (path) => path === 'node_modules' })
  return { pages: pages.length, dead: deadEndsOf(root, pages) }
}
