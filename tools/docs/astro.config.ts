import { readFileSync } from 'node:fs'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

export default defineConfig({
  base: process.env.DOCS_BASE || '/',
  trailingSlash: 'always',
  publicDir: './.public',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
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
