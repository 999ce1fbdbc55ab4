import { diceOf } from '../../support/dice.ts'
import { drawn } from './drawn.ts'
import { advanced, type Outcome, type Pair, realStep, type Saying, type Step } from './side-by-side.ts'
import type { Start } from './starts.ts'

export interface Case {
  readonly start: Start
  readonly seeds: readonly number[]
}
export interface Played {
  readonly faults: readonly string[]
  readonly told: readonly { saying: Saying; verdict: Outcome['verdict']; codes: readonly string[] }[]
  readonly clocks: number
}

/** A case, until the two differ. */
export const play = ({ start, seeds }: Case, step: Step = realStep): Played => {
  let pair: Pair = start
  let clocks = 0
  const told: Played['told'][number][] = []
  for (const seed of seeds)
    for (const saying of drawn(pair, seed)) {
      const outcome = advanced(step, pair, saying)
      clocks += outcome.clocks
      told.push({ saying, verdict: outcome.verdict, codes: outcome.codes })
      if (outcome.faults.length > 0) return { faults: outcome.faults, told, clocks }
      pair = outcome.pair
    }
  return { faults: [], told, clocks }
}

/** The case of this number. */
export const caseOf = (starts: readonly Start[], number: number): Case => {
  const dice = diceOf(number * 7_919 + 17)
  const start = dice.one(starts)
  return { start, seeds: Array.from({ length: 4 + dice.below(11) }, () => dice.below(2 ** 31)) }
}

/** The shortest that still fails alike: steps are left out one by one, as long as that helps. */
export const shortest = (found: Case, fault: string, step: Step = realStep): Case => {
  const fails = (seeds: readonly number[]) =>
    play({ ...found, seeds }, step).faults.some((line) => like(line) === like(fault))
  let { seeds } = found
  for (let size = Math.max(1, seeds.length >> 1); size > 0; ) {
    let helped = false
    for (let from = 0; from + size <= seeds.length; ) {
      const fewer = [...seeds.slice(0, from), ...seeds.slice(from + size)]
      if (fails(fewer)) {
        seeds = fewer
        helped = true
      } else from += 1
    }
    if (!helped) size >>= 1
  }
  return { ...found, seeds }
}

/** Faults that differ in names and amounts alone are one. */
export const like = (fault: string): string => fault.replace(/[\w.:/]*-?\d[\w.:/-]*/g, '#')

/** In words, for whoever has to see why. */
export const inWords = ({ start, seeds }: Case, step: Step = realStep): string => {
  const { told, faults } = play({ start, seeds }, step)
  const lines = told.map(
    ({ saying: { actor, at, event }, verdict, codes }) =>
      `  ${at} ${actor.personId} ${JSON.stringify(event)} → ${verdict} ${codes.join(' ')}`,
  )
  return [`from "${start.name}":`, ...lines, ...faults.map((fault) => `  ≠ ${fault}`)].join('\n')
}
