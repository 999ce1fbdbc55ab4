import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { languages } from './languages.ts'
import { carried } from './links.ts'
import type { Page } from './page.ts'

/** JSON is YAML: nothing in a title can break out of it. */
const frontMatter = ({ path, locale, title, label, description, body }: Page): string => {
  const language = languages.find((each) => each.locale === locale)
  const slug = `${language?.path ?? ''}${path}`.replace(/\/$/, '')
  const data = {
    title,
    description,
    slug: slug === '' ? 'index' : slug,
    sidebar: { label },
    // A page without headings has room for its table instead.
    ...(path === '' || !/^## /m.test(body) ? { tableOfContents: false } : {}),
  }
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n`
}

/** Where the generator looks for pages, and for files that it copies as they are. Both are made anew each time. */
export const places = (root: string) => ({
  content: join(root, 'tools/docs/src/content/docs'),
  files: join(root, 'tools/docs/.public'),
  dist: join(root, 'docs/site/dist'),
})

export const writePages = (root: string, pages: readonly Page[]): void => {
  const { content, files } = places(root)
  for (const folder of [content, files]) rmSync(folder, { recursive: true, force: true })
  for (const page of pages) {
    const language = languages.find(({ locale }) => locale === page.locale)
    const file = join(content, language?.path ?? '', `${page.path || 'index'}${page.path ? '/index' : ''}.md`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${frontMatter(page)}${page.body}`)
  }
  cpSync(join(root, 'docs/site/favicon.svg'), join(files, 'favicon.svg'))
  for (const file of globSync('docs/{diagrams/*.svg,open-api.json}', { cwd: root })) {
    const path = file.replaceAll('\\', '/')
    if (carried.test(path)) cpSync(join(root, path), join(files, path.slice('docs/'.length)))
  }
}
