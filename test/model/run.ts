// npm run model -- --cases 100000 --save: the model of the rules beside the machine; `--save` keeps the figures in proof/model.json.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { breaks } from './play/breaks.ts'
import { startsOf } from './play/starts.ts'
import { emptyTally, numbersFrom, playAll } from './play/tally.ts'
import { judged, rare } from './play/told-enough.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    save: { type: 'boolean', default: false },
  },
})
const count = Number(values.cases)
const first = Number(values.from)
const { starts, faults } = await startsOf()
const tally = emptyTally()
for (let from = first; from < first + count; from += 5_000) {
  playAll(tally, starts, numbersFrom(from, Math.min(5_000, first + count - from)))
  console.log(`${tally.cases} cases, ${tally.steps} steps, ${tally.faults.length} differences`)
}
for (const fault of faults) console.log(fault)
for (const { kind, times, story } of tally.faults) console.log(`\n${times} × ${kind}\n${story}`)

const found = Object.entries(breaks).map(([name, step]) => {
  const broken = emptyTally()
  for (let from = 0; broken.faults.length === 0 && from < 20_000; from += 50)
    playAll(broken, starts, numbersFrom(from, 50), step)
  return { name, cases: broken.faults.length > 0 ? broken.cases : null }
})
for (const { name, cases } of found)
  console.log(`${cases === null ? 'NOT FOUND' : `found in ${cases} cases`}: ${name}`)

const events = Object.fromEntries(
  judged.map((type) => [type, tally.events[type] ?? { accepted: 0, refused: 0, repeated: 0, withIssue: 0 }]),
)
console.table(events)
console.log(tally.codes, 'rare:', rare(tally, 100))
const { cases, steps, codes } = tally
const kept = {
  cases,
  steps,
  starts: starts.length,
  differences: tally.faults.length,
  events,
  codes,
  breaks: found,
}
if (values.save)
  writeFileSync(new URL('../../proof/model.json', import.meta.url), `${JSON.stringify(kept, null, 2)}\n`)
process.exitCode =
  tally.faults.length + faults.length > 0 || found.some(({ cases }) => cases === null) ? 1 : 0
