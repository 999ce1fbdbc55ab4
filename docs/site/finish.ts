import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Content } from './content.ts'
import { languages } from './languages.ts'
import { llmsFullText, llmsText, markdownFile } from './llms.ts'

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The texts for readers that are programs: each page as markdown, and the lists of them. */
export const writeTexts = (dist: string, { pages, places }: Content): void => {
  for (const page of pages) write(join(dist, markdownFile(page)), `# ${page.title}\n\n${page.body.trim()}\n`)
  for (const { locale, path } of languages) {
    write(join(dist, path, 'llms.txt'), llmsText(pages, places, locale))
    write(join(dist, path, 'llms-full.txt'), llmsFullText(pages, places, locale))
  }
}
