import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fonts = 'tools/docs/node_modules/@fontsource-variable/noto-sans-sc'

/** Chinese for machines without its letters. Asked for at the end of a page: its words stand there before. */
export const withFonts = (html: string, base: string): string =>
  html.replace('</body>', `<link rel="stylesheet" href="${base}fonts/index.css"></body>`)

/** The letters beside the pages of a built site, and the playground, which is a page of its own, shown how to reach them. */
export const writeFonts = (root: string, dist: string): void => {
  for (const part of ['index.css', 'files', 'LICENSE'])
    cpSync(join(root, fonts, part), join(dist, 'fonts', part), { recursive: true })
  const page = join(dist, 'playground/index.html')
  writeFileSync(page, withFonts(readFileSync(page, 'utf8'), '../'))
}
