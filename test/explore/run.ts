// npm run explore [-- --world NAME] [--minutes N] [--states N] [--resume FILE] [--themes] [--save]: every state of the small worlds, on the
// real code. NAME is part of a world's name, FILE keeps what was found, so that the next run goes on from there, also after it was killed. `--themes` leaves out the worlds where two topics meet.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Found, Search } from './search.ts'
import { summaryOf } from './summary.ts'
import type { World } from './world.ts'
import { worlds as all } from './worlds/index.ts'
import { themes } from './worlds/themes.ts'

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: '' },
    minutes: { type: 'string', default: '60' },
    states: { type: 'string', default: '1000000' },
    resume: { type: 'string', default: ':memory:' },
    themes: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
})

const sampling = { sameness: 20, eitherOrder: 10, waysOut: 200 }
const worlds = (values.themes ? themes : all).filter(({ name }) => name.includes(values.world))
const began = performance.now()
const until = began + Number(values.minutes) * 60_000
const seconds = (from: number): number => (performance.now() - from) / 1_000

/** Where two topics meet there is less to see. */
const weightOf = (world: World): number => (themes.includes(world) ? 20 : 1)

/** Each of those that are left gets its part of the time that is left. */
const explored = (place: number): Found => {
  const world = worlds[place]
  if (world === undefined) throw new Error('No such world')
  const from = performance.now()
  const left = worlds.slice(place).reduce((all, one) => all + weightOf(one), 0)
  const share = ((until - from) * weightOf(world)) / left
  const search = new Search(world, sampling, values.resume)
  const before = search.expanded
  let told = from
  const found = search.run({
    states: Number(values.states),
    isEnough: () => {
      if (performance.now() - told > 10_000) {
        told = performance.now()
        const rate = Math.round((search.expanded - before) / seconds(from))
        console.log(`${world.name}: ${search.expanded} of ${search.states} states, ${rate} states/s`)
      }
      return performance.now() - from > share
    },
  })
  search.close()
  const rate = Math.round((found.expanded - before) / seconds(from))
  const end = found.isComplete ? 'complete' : `cut, ${found.frontier} waiting`
  console.log(
    `${world.name}: ${found.expanded} states, ${found.transitions} transitions, depth ${found.depth}, ${end}, ${rate} states/s`,
  )
  for (const { law, detail, trace } of found.faults)
    console.log(`  ${law}: ${detail}\n    ${trace.join(' > ')}`)
  return found
}

const found = worlds.map((_, place) => explored(place))
const command = ['npm run explore --', ...process.argv.slice(2)].join(' ')
const summary = summaryOf(found, command.replace(/ --resume \S+/, ''), seconds(began))
console.log(JSON.stringify(summary.total, null, 2))
console.log(`${summary.statesPerSecond} states/s`)
if (values.save) {
  mkdirSync(new URL('../../proof/', import.meta.url), { recursive: true })
  writeFileSync(new URL('../../proof/last.json', import.meta.url), `${JSON.stringify(summary, null, 2)}\n`)
}
process.exitCode = summary.total.faults > 0 ? 1 : 0
