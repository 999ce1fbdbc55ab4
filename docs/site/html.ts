import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFonts } from './fonts.ts'
import { withPolicy } from './policy.ts'
import { withTableFrames } from './tables.ts'

/** Pages of the API are many: a guide or a table that has the word as well is what most readers look for. */
const withWeight = (html: string, file: string): string =>
  /(^|\/)api\//.test(file)
    ? html.replace('data-pagefind-body', 'data-pagefind-body data-pagefind-weight="0.3"')
    : html

/** Code that scrolls is reached by keys; the keys of the search stand in
 * `aria-keyshortcuts`: shown in its button they would be words that its name lacks. */
const withNames = (html: string): string =>
  html
    .replaceAll(/<pre(?! tabindex)(?=[ >])/g, '<pre tabindex="0"')
    .replace(/<kbd class="sl-hidden[\s\S]*?<\/kbd>\s*<\/kbd>/, '')

/** What the generator leaves open. Runs before the search reads the pages: a code is found by its heading. */
export const finishHtml = (folder: string, base: string): void => {
  for (const name of globSync('**/*.html', { cwd: folder })) {
    const file = join(folder, name)
    const html = readFileSync(file, 'utf8')
    const named = withWeight(withNames(html), name.replaceAll('\\', '/'))
    writeFileSync(file, withPolicy(withFonts(withTableFrames(named), base)))
  }
}
