// node scripts/gate.ts: every requirement of a kind that the library carries out has a test that cites it, or stands in
// docs/waiting.json with what it waits for. That list only shrinks. Part of `npm run check`.
import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { type Citation, citations, titlesOf } from './citations.ts'
import { isKnown, type Requirement, requirements, root, type Waiting, waitingRows } from './requirements.ts'
import { unknownCitations } from './trace.ts'

/** How many rows may wait; to be lowered with the list, never raised. */
export const mostWaiting = 0

/** Kinds of which each row is carried out here. What is only context or advertising needs no test. */
const carriedOut = new Set([
  'Step',
  'Guard',
  'Reason',
  'Document',
  'Field',
  'Failure',
  'Notification',
  'Time',
  'Danger',
  'Party',
  'Channel',
  'Aftercare',
  'Legal',
  'Contradiction, high',
])

const most = 3

/** One line for each thing that is wrong. */
export const gateFaults = (
  rows: readonly Requirement[],
  cited: readonly Citation[],
  titles: readonly (readonly [file: string, ids: readonly string[]])[],
  waiting: readonly Waiting[],
  mayWait = mostWaiting,
): readonly string[] => {
  const tested = new Set(cited.flatMap(({ id, tested: isTested }) => (isTested ? [id] : [])))
  const waits = new Set(waiting.map(({ id }) => id))
  const untested = rows.filter(({ id, kind }) => carriedOut.has(kind) && !tested.has(id) && !waits.has(id))
  return [
    ...untested.map(({ id, kind, line }) => `${id} (${kind}) has no test: ${line}`),
    ...waiting.flatMap(({ id }) => (isKnown(id) ? [] : [`docs/waiting.json: ${id} is no requirement`])),
    ...waiting.flatMap(({ id }) =>
      tested.has(id) ? [`docs/waiting.json: ${id} has a test now, strike it out`] : [],
    ),
    ...(waiting.length > mayWait
      ? [`docs/waiting.json has ${waiting.length} rows, ${mayWait} may wait`]
      : []),
    ...titles.flatMap(([file, ids]) =>
      ids.length > most ? [`${file}: one title for ${ids.length} requirements: ${ids.join(' ')}`] : [],
    ),
    ...unknownCitations(cited),
  ]
}

/** What each line of the tests cites in brackets: one title, one line. */
export const allTitles = () =>
  globSync('test/**/*.ts', { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .toSorted()
    .flatMap((file) => titlesOf(readFileSync(`${root}${file}`, 'utf8')).map((ids) => [file, ids] as const))

if (import.meta.main) {
  const faults = gateFaults(requirements, citations(), allTitles(), waitingRows())
  for (const line of faults) console.error(line)
  process.exitCode = faults.length > 0 ? 1 : 0
}
