// Where the rows of docs/requirements/ are cited: in brackets in test/, in comments, and in Markdown pages.
import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { root } from './requirements.ts'

export interface Citation {
  readonly id: string
  readonly file: string
  /** In brackets in test/, as `[R-012 C-03]` at the end of a title. Anything else only mentions the row. */
  readonly tested: boolean
}

const id = String.raw`(?:R|C|OQ|DOC|S\d{3}[AB]?)-\d+`
const citation = new RegExp(String.raw`(?<![\w-])(${id})(?:\s*(?:…|–|\.{3})\s*(${id}))?(?![\w-])`, 'g')

const parts = (name: string): [prefix: string, number: number, width: number] => {
  const [prefix = '', digits = ''] = name.split('-')
  return [prefix, Number(digits), digits.length]
}

/** `R-035 … R-044` stands for all ten. */
const range = (from: string, to: string): readonly string[] => {
  const [prefix, first, width] = parts(from)
  const [other, last] = parts(to)
  if (prefix !== other || last < first) throw new Error(`${from} … ${to} is no range`)
  return Array.from(
    { length: last - first + 1 },
    (_, step) => `${prefix}-${String(first + step).padStart(width, '0')}`,
  )
}

const idsOf = (text: string): readonly string[] =>
  [...text.matchAll(citation)].flatMap(([, from = '', to]) => (to ? range(from, to) : [from]))

/** A line that is a comment, or the comment at the end of a line; code counts as a gap. */
const commentOf = (line: string): string => {
  const [, whole, end] = /^\s*(?:\/\*|\*|\/\/)(.*)|\s\/\/\s(.*)$/.exec(line) ?? []
  return whole ?? end ?? ';'
}

const commentsOf = (text: string): string => text.split('\n').map(commentOf).join(' ')

/** Example data in brackets are quoted, citations are not. */
const bracketsOf = (text: string): string =>
  [...text.matchAll(/\[([^\]['"`\n]*)\]/g)].map(([, inside]) => inside).join(' ; ')

/** The rows that each line cites in brackets: a title is one line. */
export const titlesOf = (text: string): readonly (readonly string[])[] =>
  text.split('\n').map((line) => idsOf(bracketsOf(line)))

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```|`[^`\n]*`/gm, ';')

/** What one file cites; each row once, and as tested when any of its citations is. */
export const citationsOf = (file: string, text: string): readonly Citation[] => {
  const page = file.endsWith('.md')
  const tested = file.startsWith('test/') ? new Set(idsOf(bracketsOf(text))) : new Set<string>()
  const mentioned = idsOf(page ? withoutCode(text) : commentsOf(text))
  return [...new Set([...tested, ...mentioned])].map((name) => ({
    id: name,
    file,
    tested: tested.has(name),
  }))
}

const patterns = ['{src,test,examples}/**/*.ts', '*.md', 'docs/*.md', 'docs/decisions/**/*.md']

/** The two pages that are written from the rows cite all of them. */
const written = new Set(['docs/requirements.md', 'docs/traceability.md'])

/** Every citation of the repository, in the order of the files. */
export const citations = (): readonly Citation[] =>
  globSync(patterns, { cwd: root, exclude: (path) => path.includes('node_modules') })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !written.has(file))
    .toSorted()
    .flatMap((file) => citationsOf(file, readFileSync(`${root}${file}`, 'utf8')))
