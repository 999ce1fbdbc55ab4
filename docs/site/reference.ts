import { anchorOf, anchorsOf } from './anchors.ts'
import { descriptionOf, titleOf } from './markdown.ts'
import type { Page } from './page.ts'

/** A second heading of docs/reference.md and what stands below it. */
export interface ReferencePart {
  readonly title: string
  readonly body: string
}

export const partsOf = (reference: string): readonly ReferencePart[] =>
  reference
    .split(/^(?=## )/m)
    .slice(1)
    .map((text) => {
      const [first = '', ...rest] = text.split('\n')
      return { title: first.slice(3).trim(), body: rest.join('\n').trim() }
    })

/** Every code gets an anchor of its own name in the row that explains it, the first one where it stands twice. */
const withCodeAnchors = (body: string): string => {
  const taken = new Set(anchorsOf(body))
  return body.replaceAll(/^\| (`([A-Za-z][\w.*]*)`)(?= \|)/gm, (row, cell: string, code: string) => {
    if (taken.has(code)) return row
    taken.add(code)
    return `| <a id="${code}"></a>${cell}`
  })
}

/** Codes as the reference lists them: a code, what it means, and the page that has its row. */
interface Code {
  readonly code: string
  readonly meaning: string
  readonly part: number
}

const codesOf = (parts: readonly ReferencePart[]): readonly Code[] =>
  parts.flatMap(({ body }, part) =>
    [...withCodeAnchors(body).matchAll(/^\| <a id="([^"]+)"><\/a>`[^`]+` \| ((?:[^|\\]|\\.)*) \|/gm)].map(
      ([, code = '', meaning = '']) => ({ code, meaning: meaning.trim(), part }),
    ),
  )

/** The parts whose rows explain one code each; the others tell more of codes that these explain. */
const explaining = new Set([
  'Events',
  'Blockers',
  'Reasons of a hold',
  'Reasons of a closure',
  'Clocks',
  'Orders and operations',
  'Operations of portals and people',
  'Notices',
  'Tickets',
  'Papers',
  'Errors',
  'Policy',
  'Duties',
])

const words = {
  en: {
    title: 'All codes',
    intro:
      'Each code of events, refusals, reasons, clocks, orders, papers and errors. The link leads to its row, which says who it concerns and what to do. ' +
      'A code is stable and may be linked to: its anchor on this page is the code itself.',
    head: ['Code', 'What it is', 'Meaning'],
  },
  'zh-CN': {
    title: '全部代码',
    intro:
      '事件、拒绝原因、停用与关闭原因、期限、指令、材料和错误的全部代码。链接指向该代码所在的行，说明涉及谁、该怎么办。代码稳定，可直接链接：本页的锚点就是代码本身。',
    head: ['代码', '类别', '含义'],
  },
} as const

/** The reference of one language: a page for each of its parts, one that leads to them, and the list of all codes. */
export const referencePages = (
  reference: string,
  english: string,
  { locale, source }: Pick<Page, 'locale' | 'source'>,
): readonly Page[] => {
  const parts = partsOf(reference)
  const names = partsOf(english).map(({ title }) => title)
  const path = (index: number): string => `reference/${anchorOf(names[index] ?? '')}`
  const common = { locale, source }
  const intro = reference.split(/^## /m)[0] ?? ''
  const title = titleOf(reference)
  const about = parts.map(({ body }) => descriptionOf(`# x\n\n${body}`))
  const list = parts.map(({ title }, index) => `- [${title}](/${path(index)}): ${about[index]}`)
  const said = words[locale]
  const known = new Set<string>()
  const rows = codesOf(parts)
    .filter(({ part }) => explaining.has(names[part] ?? ''))
    .toSorted((one, other) => one.code.localeCompare(other.code, 'en'))
    .map(({ code, meaning, part }) => {
      const anchor = known.has(code) ? '' : `<a id="${code}"></a>`
      known.add(code)
      return `| ${anchor}[\`${code}\`](/${path(part)}#${code}) | ${parts[part]?.title} | ${meaning} |`
    })
  return [
    {
      ...common,
      path: 'reference',
      title,
      label: title,
      description: descriptionOf(reference),
      body: `${intro.replace(/^# .*\n/m, '').trim()}\n\n${list.join('\n')}\n`,
    },
    {
      ...common,
      path: 'codes',
      title: said.title,
      label: said.title,
      description: said.intro,
      body: `${said.intro}\n\n| ${said.head.join(' | ')} |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
    },
    ...parts.map(({ title, body }, index) => ({
      ...common,
      path: path(index),
      title,
      label: title,
      description: about[index] ?? '',
      body: `${withCodeAnchors(body)}\n`,
    })),
  ]
}
