import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { finishHtml } from '../../docs/site/html.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

const base = process.env.DOCS_BASE || '/'

export default defineConfig({
  base,
  trailingSlash: 'always',
  publicDir: './.public',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
    // Before Starlight, which lets the search read the pages in the same hook.
    {
      name: 'finish',
      hooks: { 'astro:build:done': ({ dir }) => finishHtml(fileURLToPath(dir), base.replace(/\/?$/, '/')) },
    },
    starlight({
      title: 'terminal-lifecycle',
      defaultLocale: 'root',
      locales: {
        root: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      customCss: ['../../docs/site/styles.css'],
      sidebar: JSON.parse(read('.navigation.json')),
      social: [
        {
          icon: 'github',
          label: 'GitHub',
          href: 'https://github.com/terminal-lifecycle/terminal-lifecycle',
        },
      ],
      expressiveCode: { defaultProps: { frame: 'none' } },
      credits: false,
    }),
  ],
})
