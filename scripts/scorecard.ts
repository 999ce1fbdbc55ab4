// npm run scorecard -- LOG: takes the figures of a whole run (`.ci/run 2>&1 | tee LOG`) into proof/run.json, and writes the score
// card of the README from it and from what explorations and simulations have kept. Without LOG it writes the card alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Summary } from '../test/explore/summary.ts'
import { changesFigure } from './lots-text.ts'
import { type PlantedFaults, plantedFaults, plantedFigure } from './planted.ts'
import { type Run, readRun } from './run-log.ts'

const at = (path: string) => new URL(`../${path}`, import.meta.url)
const text = (path: string): string => readFileSync(at(path), 'utf8')
const [begin, end] = ['<!-- score card: written by scripts/scorecard.ts -->\n', '<!-- end of score card -->']

/** What the newest simulation kept (`test/simulate`). */
interface Simulated {
  readonly seeds: number
  readonly steps: number
  readonly broken: readonly unknown[]
  readonly faults: Readonly<Record<string, number>>
}

const spaced = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ')
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** Rows of requirements, and how many of them a test cites by number. */
const rowsText = (page: string): string => {
  const [, rows, tested] = /^\| \*\*All\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \|/m.exec(page) ?? []
  if (!rows || !tested) throw new Error('docs/traceability.md has no sum')
  return `${tested} of ${rows} rows are cited by a test`
}

const testsText = ({ tests }: Run): string => {
  const all = Object.values(tests)
  const skipped = sum(all.map((one) => one.skipped))
  return `${spaced(sum(all.map(({ passed }) => passed)))} passed, ${skipped} skipped`
}

const exploredText = ({ total: { worlds, complete, states, transitions, faults } }: Summary): string =>
  `${spaced(states)} states and ${spaced(transitions)} transitions in ${worlds} worlds, ${complete} of them complete: ${faults} faults`

const simulatedText = ({ seeds, steps, broken, faults }: Simulated): string => {
  const counts = Object.values(faults)
  const few = counts.filter((count) => count < 100).length
  const kinds = `${counts.length} kinds of faults hit ${spaced(sum(counts))} times, ${few} of them less than a hundred times`
  return `${spaced(seeds)} seeds, ${spaced(steps)} steps, ${kinds}: ${broken.length} promises broken`
}

/** What the newest play beside the model kept (`test/model`). */
interface Modelled {
  readonly cases: number
  readonly steps: number
  readonly differences: number
}
const modelledText = ({ cases, steps, differences }: Modelled): string =>
  `${spaced(cases)} cases, ${spaced(steps)} steps: ${differences} differences`

/** What became of bits that were turned over (`test/runtime/flips.ts`). */
type Flipped = Readonly<Record<'refused' | 'same' | 'found' | 'unnoticed' | 'untyped', number>>
const flippedText = ({ refused, same, found, unnoticed, untyped }: Flipped): string => {
  const all = spaced(sum([refused, same, found, unnoticed, untyped]))
  return `${all}: ${spaced(refused)} refused, ${spaced(found)} found by an audit, ${spaced(same)} of no consequence, ${unnoticed} unnoticed, ${untyped} with an error that is not ours`
}

const flips = 'FLIPS=100000 npm run test:slow -- test/runtime/sqlite-flips.slow.test.ts'

/** Figures that are kept whenever somebody makes them anew. */
interface Kept {
  readonly explored: Summary
  readonly simulated: Simulated
  readonly modelled: Modelled
  readonly flipped: Flipped
}

/** The score card as the kept figures have it; without a whole run what only such a run can tell is left out. */
export const cardText = (
  run: Run | undefined,
  { explored, simulated, modelled, flipped }: Kept,
  planted: PlantedFaults,
  traced: string,
): string => {
  const rows = [
    ['Requirements', rowsText(traced), 'npm run trace'],
    ...(run
      ? [
          ['Tests, of all kinds', testsText(run), '.ci/run'],
          ['Checks of types, style, size, package', `${run.checks} passed`, 'npm run check'],
        ]
      : []),
    ['Small worlds, explored on the real machine', exploredText(explored), explored.command],
    ['The whole system under one seeded scheduler', simulatedText(simulated), 'npm run simulate'],
    ['A second model of money and custody, beside the machine', modelledText(modelled), 'npm run model'],
    ['Changes of the sources, one place at a time', changesFigure(), 'npm run mutate'],
    ['Bits turned over in a file of SQLite', flippedText(flipped), flips],
    ['Faults, planted by somebody who did not write the tests', plantedFigure(planted), 'proof/planted.json'],
    ...(run?.homes ?? []).map(({ home, version, kills, repeatedKeys, effectsTwice }) => [
      `Killed at its durable writes: ${home}`,
      `${version}: ${kills} kills, ${repeatedKeys} keys repeated, ${effectsTwice} effects twice`,
      { SQLite: 'npm run test:slow', PostgreSQL: 'npm run test:postgres' }[home] ?? 'npm run test:restate',
    ]),
  ]
  const lines = rows.map(([what, figure, command]) => `| ${what} | ${figure} | \`${command}\` |\n`)
  return `| What | Figure | How to see it |\n|---|---|---|\n${lines.join('')}`
}

/** A README with the card of what is kept. */
export const withCard = (readme: string): string => {
  const [before = '', rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error('The page has no marks for a score card')
  const read = <Read>(path: string): Read => JSON.parse(text(path))
  const card = cardText(
    existsSync(at('proof/run.json')) ? read<Run>('proof/run.json') : undefined,
    {
      explored: read('proof/last.json'),
      simulated: read('test/simulate/last.json'),
      modelled: read('proof/model.json'),
      flipped: read('proof/flips.json'),
    },
    plantedFaults(),
    text('docs/traceability.md'),
  )
  return `${before}${begin}\n${card}\n${end}${after}`
}

if (import.meta.main) {
  const [log] = process.argv.slice(2)
  if (log !== undefined) {
    const projects = ['fast', 'slow', 'browser', 'tools', 'postgres', 'restate']
    const run = readRun(readFileSync(log, 'utf8'), { projects, homes: ['SQLite', 'PostgreSQL', 'Restate'] })
    writeFileSync(at('proof/run.json'), `${JSON.stringify(run, null, 2)}\n`)
  }
  writeFileSync(at('README.md'), withCard(text('README.md')))
}
