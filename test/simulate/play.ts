import { writeFileSync } from 'node:fs'
import { shrink } from './engine/shrink.ts'
import type { Options } from './options.ts'
import { type Outcome, playSeed } from './seed.ts'
import { sizeOf } from './size.ts'
import type { Plan } from './system/world.ts'
import { add, emptyTally, reportOf, type Tally, tooRare } from './tally.ts'

/** So many seeds meet every fault a hundred times; of fewer nobody can say. */
const enoughForEach = 1_000

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const commandOf = (
  seed: number,
  { acts }: Options,
  plan: { only?: readonly string[]; drop?: readonly string[] },
) =>
  [
    `npm run simulate -- --seed ${seed}`,
    ...(acts === undefined ? [] : [`--acts ${acts}`]),
    ...(plan.only ? [`--only '${plan.only.join(',')}'`] : []),
    ...(plan.drop && plan.drop.length > 0 ? [`--drop '${plan.drop.join(',')}'`] : []),
  ].join(' ')

/** The lines of a journey that say what somebody did and what went wrong. */
const isTelling = (line: string): boolean => /#\d|FAULT|BROKEN|CALM|is dead|begins|waits for/.test(line)

const tellShrunk = async (outcome: Outcome, options: Options): Promise<void> => {
  const { seed } = outcome
  const size = sizeOf(seed, options.acts)
  const { only, dropped, tries } = await shrink(outcome, (plan) => playSeed(seed, size, plan))
  const small = await playSeed(seed, size, { only: new Set(only), drop: new Set(dropped) }, true)
  console.log(`seed ${seed}: ${outcome.broken[0]?.property}: ${outcome.broken[0]?.detail}`)
  console.log(`  in short (${tries} tries): ${commandOf(seed, options, { only, drop: dropped })}`)
  for (const line of small.lines.filter(isTelling)) console.log(`  ${line}`)
}

const playOne = async (seed: number, options: Options): Promise<Outcome> => {
  const { only, drop, verbose } = options
  const plan: Plan = { ...(only && { only }), ...(drop && { drop }) }
  return playSeed(seed, sizeOf(seed, options.acts), plan, verbose)
}

/** Plays what was asked for and says how it went; what is broken is shrunk. */
export async function play(options: Options): Promise<Tally> {
  const { from, seeds, minutes, json, verbose, save } = options
  const tally = emptyTally()
  const began = cpuSeconds()
  const end = minutes === undefined ? undefined : performance.now() + minutes * 60_000
  const digests: string[] = []
  // One seed is enough to show a fault that was built in.
  const isFound = () => options.break !== undefined && tally.broken.length > 0
  const isOver = (played: number) =>
    isFound() || (end === undefined ? played >= seeds : performance.now() >= end)
  for (let seed = from; !isOver(seed - from); seed += 1) {
    const outcome = await playOne(seed, options)
    add(tally, outcome)
    digests.push(outcome.digest)
    tally.seconds = cpuSeconds() - began
    if (verbose) console.log(outcome.lines.join('\n'))
    if (json) continue
    if (seeds === 1 && minutes === undefined)
      console.log(`seed ${seed}: ${outcome.digest}, ${outcome.steps} steps, ${outcome.strikes.length} faults`)
    // One is enough to work on, and shrinking plays a seed a hundred times.
    if (outcome.broken.length > 0 && tally.broken.length === outcome.broken.length)
      await tellShrunk(outcome, options)
  }
  const missing = tally.seeds >= enoughForEach ? tooRare(tally) : []
  for (const name of missing)
    tally.broken.push({ seed: 0, property: 'every fault is met a hundred times', detail: name })
  console.log(json ? JSON.stringify({ ...tally, digests }) : reportOf(tally))
  if (save) writeFileSync(new URL('./last.json', import.meta.url), `${JSON.stringify(tally, null, 2)}\n`)
  return tally
}
