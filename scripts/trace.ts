// npm run trace: writes docs/requirements.md, the rows that the library is held to, and docs/traceability.md, where each is cited.
// scripts/gate.ts says which rows a test must cite; here a citation that leads nowhere is an error. test/docs holds the pages to
// what it would write today.
import { writeFileSync } from 'node:fs'
import { type Citation, citations } from './citations.ts'
import {
  isKnown,
  type Requirement,
  requirements,
  requirementsFile,
  requirementsText,
  root,
  table,
  waitingRows,
} from './requirements.ts'

export const traceFile = `${root}docs/traceability.md`

const states = ['test', 'mention', 'none'] as const
type State = (typeof states)[number]

/** One line for every citation that leads nowhere. */
export const unknownCitations = (cited: readonly Citation[]): readonly string[] =>
  cited.filter(({ id }) => !isKnown(id)).map(({ id, file }) => `${file} cites ${id}, which is no requirement`)

const intro = `# Traceability

Which row of [requirements.md](requirements.md) is cited by which file. A row has a test when a file below \`test/\` cites it in
brackets, as \`[R-012]\` at the end of a title; a comment or a page only mentions it. A step also counts by its rows: it has a
test when each of them has, and is mentioned when one of them is cited at all. Written by \`npm run trace\`; it names files, not
titles, so that it changes only when a citation comes, goes or moves.
`

const link = (file: string): string => `[${file}](../${file})`

const tracer = (cited: readonly Citation[]) => {
  const files = (id: string, tested: boolean) =>
    cited.filter((one) => one.id === id && one.tested === tested).map(({ file }) => file)
  const hasTest = (id: string) => files(id, true).length > 0
  const stateOf = ({ id, about }: Requirement): State => {
    const rows = about.filter(isKnown)
    if (hasTest(id) || (rows.length > 0 && rows.every(hasTest))) return 'test'
    return cited.some((one) => one.id === id || rows.includes(one.id)) ? 'mention' : 'none'
  }
  return { files, hasTest, stateOf }
}

/** The whole report. */
export const traceText = (cited: readonly Citation[]): string => {
  const { files, hasTest, stateOf } = tracer(cited)
  const figures = (rows: readonly Requirement[]) => {
    const counts = states.map((state) => rows.filter((row) => stateOf(row) === state).length)
    return [rows.length, ...counts].map(String)
  }
  const kinds = [...new Set(requirements.map(({ kind }) => kind))].map(
    (kind) => [kind, requirements.filter((row) => row.kind === kind)] as const,
  )
  const summary = table(
    ['Kind', 'Rows', 'With a test', 'Only mentioned', 'Cited nowhere'],
    [
      ...kinds.map(([kind, rows]) => [kind, ...figures(rows)]),
      ['**All**', ...figures(requirements).map((figure) => `**${figure}**`)],
    ],
  )
  const sections = kinds.map(([kind, rows]) => {
    const steps = rows.some(({ about }) => about.some(isKnown))
    const lines = rows.map(({ id, line, about }) => [
      `[${id}](requirements.md#${id})`,
      line,
      ...(steps ? [`${about.filter(hasTest).length} of ${about.length}`] : []),
      files(id, true).map(link).join(' '),
      files(id, false).map(link).join(' '),
    ])
    const heads = ['Id', 'Line', ...(steps ? ['Rows with a test'] : []), 'Tests', 'Mentioned in']
    return `## ${kind}\n\n${table(heads, lines)}\n`
  })
  const waiting = waitingRows().map(({ id, waitsFor, missing }) => [
    `[${id}](requirements.md#${id})`,
    waitsFor,
    missing,
  ])
  const waits =
    waiting.length === 0 ? [] : [`## Waiting\n\n${table(['Id', 'For', 'What is missing'], waiting)}\n`]
  return [intro, `${summary}\n`, ...waits, ...sections].join('\n')
}

if (import.meta.main) {
  const cited = citations()
  writeFileSync(requirementsFile, requirementsText())
  writeFileSync(traceFile, traceText(cited))
  for (const line of unknownCitations(cited)) console.error(line)
  process.exitCode = unknownCitations(cited).length > 0 ? 1 : 0
}
