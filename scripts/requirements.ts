// The rows of docs/requirements/*.json, what the library is held to, and docs/requirements.md, where a reader finds them.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const requirementsFile = `${root}docs/requirements.md`

export interface Requirement {
  readonly id: string
  readonly kind: string
  readonly line: string
  /** Of a step the rows that it is made of, of a paper its type in this library. */
  readonly about: readonly string[]
}

export interface Chapter {
  readonly title: string
  readonly rows: readonly Requirement[]
}

type Row = [id: string, kind: string, line: string, about?: string[]]

export const chapters: readonly Chapter[] = globSync('docs/requirements/*.json', { cwd: root })
  .toSorted()
  .map((file) => {
    const { title, rows } = JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as {
      title: string
      rows: Row[]
    }
    return { title, rows: rows.map(([id, kind, line, about = []]) => ({ id, kind, line, about })) }
  })

export const requirements: readonly Requirement[] = chapters.flatMap(({ rows }) => rows)

const known = new Set(requirements.map(({ id }) => id))

export const isKnown = (id: string): boolean => known.has(id)

/** A row that something is missing for, in one line each. */
export interface Waiting {
  readonly id: string
  readonly waitsFor: 'back end' | 'pages'
  readonly missing: string
}

export const waitingRows = (): readonly Waiting[] =>
  JSON.parse(readFileSync(`${root}docs/waiting.json`, 'utf8')) as Waiting[]

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const named = (name: string): string => (isKnown(name) ? `[${name}](#${name})` : `\`${name}\``)

const intro = `# Requirements

What the library is held to, one line each. A citation such as R-012 in a comment, in the title of a test or in these pages leads
here. [traceability.md](traceability.md) says which row is cited where. Both pages are written by \`npm run trace\`
from \`docs/requirements/\`: change the rows there.
`

/** The page of all rows, each with an anchor of its id. */
export const requirementsText = (): string =>
  [
    intro,
    ...chapters.map(({ title, rows }) => {
      const extra = rows.some(({ about }) => about.length > 0)
      const heads = ['Id', 'Kind', 'Line', ...(extra ? ['About'] : [])]
      const lines = rows.map(({ id, kind, line, about }) => [
        `<a id="${id}"></a>${id}`,
        kind,
        line,
        ...(extra ? [about.map(named).join(' ')] : []),
      ])
      return `## ${title}\n\n${table(heads, lines)}\n`
    }),
  ].join('\n')
