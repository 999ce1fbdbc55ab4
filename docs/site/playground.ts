import { languages } from './languages.ts'
import type { Page } from './page.ts'

const words = {
  en: {
    title: 'Playground',
    intro:
      'A terminal in your browser: send it events as any of the parties, and see what is refused, why, and what clears it.',
    body: 'It runs the real machine, without a server: nothing that you enter leaves the page. A case is shared by its address.',
    link: 'Open the playground',
  },
  'zh-CN': {
    title: '演练场',
    intro: '浏览器里的一台终端：以任一方的身份发送事件，看什么被拒绝、为什么、如何解除。',
    body: '运行的就是真正的状态机，没有服务器：您输入的内容不会离开本页。每个案例都可以用网址分享。',
    link: '打开演练场',
  },
} as const

/** The playground is a page of its own, built by scripts/playground.ts; this one leads there from the sidebar. */
export const playgroundPages = (): readonly Page[] =>
  languages.map(({ locale }) => {
    const { title, intro, body, link } = words[locale]
    const common = { path: 'try', locale, title, label: title, description: intro, source: 'docs/playground' }
    return { ...common, body: `${intro}\n\n${body}\n\n**[${link}](/playground/index.html)**\n` }
  })
