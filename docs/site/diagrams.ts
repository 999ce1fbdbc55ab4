import { type Diagrams, diagramParts, diagramsEn, diagramsZhCn, outlineOf } from '../../src/diagram/index.ts'
import { languages } from './languages.ts'
import type { Page } from './page.ts'

const words = {
  en: {
    title: 'The chart',
    intro:
      'The states of a terminal as pictures and as lists, drawn from the machine itself. A picture that is chosen opens alone.',
    parts: {
      whole: 'The whole life',
      live: 'While it is live',
      closing: 'While it closes',
      clearing: 'What a closure clears',
    },
    list: 'The same as a list',
  },
  'zh-CN': {
    title: '状态图',
    intro: '终端的全部状态，以图和列表表示，均由状态机本身生成。点击图片可单独打开。',
    parts: { whole: '全过程', live: '服务期间', closing: '关闭期间', clearing: '关闭前须了结的事项' },
    list: '文字列表',
  },
} as const

const diagrams = { en: diagramsEn, 'zh-CN': diagramsZhCn } as const

const listOf = (source: Diagrams, part: (typeof diagramParts)[number]): string =>
  outlineOf(source, { part })
    .flatMap(({ text, depth, ways }) => [
      `${'  '.repeat(depth)}- ${text}`,
      ...ways.map((way) => `${'  '.repeat(depth + 1)}- → ${way.toText}${way.text && ` (${way.text})`}`),
    ])
    .join('\n')

/** The pictures of docs/diagrams, each with what it shows in words: for readers who see none, and for narrow screens. */
export const diagramPages = (): readonly Page[] =>
  languages.map(({ locale, suffix }) => {
    const { title, intro, parts, list } = words[locale]
    const body = diagramParts.map(
      (part) =>
        `## ${parts[part]}\n\n![${parts[part]}](/diagrams/${part}${suffix}.light.svg)\n\n` +
        `<details><summary>${list}</summary>\n\n${listOf(diagrams[locale], part)}\n\n</details>`,
    )
    const common = {
      path: 'diagrams',
      locale,
      title,
      label: title,
      description: intro,
      source: 'docs/diagrams',
    }
    return { ...common, body: `${intro}\n\n${body.join('\n\n')}\n` }
  })
