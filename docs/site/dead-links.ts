import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const idsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<[^<>]*? id="([^"]+)"/g)].map(([, id = '']) => id)

const decoded = (text: string): string => decodeURI(text.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))

/** What is wrong in a built site: links and anchors that lead nowhere, things asked of other hosts, ids that stand twice. */
export const faultsOf = (dist: string, base: string): readonly string[] => {
  const files = globSync('**/*.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/'))
  const pages = new Map(files.map((file) => [file, readFileSync(join(dist, file), 'utf8')]))
  const ids = new Map([...pages].map(([file, html]) => [file, new Set(idsOf(html))]))
  const here = `https://here${base.replace(/\/?$/, '/')}`
  const faultsIn = ([file, html]: [string, string]): readonly string[] => {
    const own = new URL(file === '404.html' ? '' : file.replace(/index\.html$/, ''), here)
    const twice = idsOf(html).filter((id, index, list) => list.indexOf(id) !== index)
    const asked = [
      ...html.matchAll(/<(?:script|img|link|iframe|source)\b[^>]*?\b(?:src|href|srcset)="(https?:)?\/\//g),
    ]
    const links = [...html.matchAll(/<[^<>]*? (?:href|src)="([^"]*)"/g)].map(([, link = '']) => decoded(link))
    const dead = links.filter((link) => {
      const to = new URL(link, own)
      if (to.origin !== own.origin) return false
      if (!to.href.startsWith(here)) return true
      const path = posix.normalize(decodeURIComponent(to.pathname.slice(new URL(here).pathname.length)))
      const target =
        path === '.' || path === './' ? 'index.html' : path.endsWith('/') ? `${path}index.html` : path
      if (!existsSync(join(dist, target))) return true
      const anchor = decodeURIComponent(to.hash.slice(1))
      return anchor !== '' && target.endsWith('.html') && !ids.get(target)?.has(anchor)
    })
    return [
      ...[...new Set(dead)].map((link) => `${file}: ${link} leads nowhere`),
      ...[...new Set(twice)].map((id) => `${file}: the id ${id} stands twice`),
      ...asked.map(([tag]) => `${file}: asks another host: ${tag}`),
    ]
  }
  return [...pages].flatMap(faultsIn)
}
