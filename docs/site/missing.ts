import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const title = 'No such page · 没有此页'

/** What a host shows for an address that is none, whatever its folder: so its links begin at the base of the site. */
export const missingPage = (base: string): string => {
  const text = readFileSync(join(import.meta.dirname, 'pages/404.md'), 'utf8')
  const body = text.replaceAll('](/', `](${base.replace(/\/?$/, '/')}`)
  return `---\ntitle: ${title}\nslug: '404'\ntemplate: splash\npagefind: false\n---\n\n${body}`
}

/** One page for both languages, since a host knows only one. */
export const writeMissing = (content: string, base: string): void =>
  writeFileSync(join(content, '404.md'), missingPage(base))
