/**
 * How much things cost. Mostly as a multiple of a reference in the same run; medians, and between what the middle half of
 * all rounds lies.
 *
 *   npm run bench [-- step schemas …] [--runs 3] [--json] [--against last] [--save] [--strict]
 *   npm run bench -- finds --lives 1000000 [--folder …]
 *
 * `--against last` compares with bench/last.json, names what moved by more than 15 % and fails where something got worse;
 * `--save` writes that table. The last line says which rows miss their budget; with `--strict` that fails.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Seen } from './compare.ts'
import { type Figure, figureOf } from './figure.ts'
import { readTable, save, tableOf } from './last.ts'
import { moved, unknownFiles } from './moved.ts'
import { chosen } from './row-files.ts'
import { budgets, sentence, text } from './show.ts'

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
    save: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    lives: { type: 'string' },
    folder: { type: 'string' },
  },
})

const child = fileURLToPath(new URL('./child.ts', import.meta.url))

/** A process for each row file, so that nobody's heap and compiled code are another one's. */
async function seenIn(rows: string): Promise<readonly Seen[]> {
  // Standard output belongs to the table.
  const given = asked.lives === undefined ? [] : [asked.lives, ...(asked.folder ? [asked.folder] : [])]
  const process = fork(child, [rows, ...given], { stdio: ['ignore', 2, 2, 'ipc'] })
  const seen: Seen[] = []
  process.on('message', (message) => seen.push(...(message as readonly Seen[])))
  const [code] = await once(process, 'exit')
  if (code !== 0) throw new Error(`The rows of ${rows} did not end: ${code}`)
  return seen
}

// The runs of a file are not one after the other, so that a busy minute does not fall on all of them.
const files = chosen(positionals)
const runs: { rows: string; seen: readonly Seen[] }[] = []
for (let run = 0; run < Number(asked.runs); run += 1)
  for (const rows of files) runs.push({ rows, seen: await seenIn(rows) })

const figures = files.flatMap((file): readonly Figure[] => {
  const [first = [], ...others] = runs.filter(({ rows }) => rows === file).map(({ seen }) => seen)
  return first.map((row) => {
    const again = others.flatMap((seen) => seen.filter(({ name }) => name === row.name))
    return figureOf(file, [row, ...again])
  })
})

if (asked.json) console.log(JSON.stringify(tableOf(figures), null, 2))
else console.log(text(figures))

if (asked.against !== undefined) {
  const last = readTable(asked.against).figures
  const moves = moved(last, figures)
  for (const rows of unknownFiles(last, figures)) console.error(`${asked.against} has no rows of ${rows}`)
  for (const move of moves) console.error(sentence(move))
  if (moves.length === 0) console.error('nothing moved by more than 15 %')
  if (moves.some(({ kind }) => kind === 'worse')) process.exitCode = 1
}
if (asked.save) save(figures)
console.error(budgets(figures))
if (asked.strict && figures.some(({ met }) => !met)) process.exitCode = 1
