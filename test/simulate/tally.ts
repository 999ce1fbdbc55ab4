import { type FaultName, faultNames } from './engine/faults.ts'
import type { Outcome } from './seed.ts'

/** What many seeds came to. */
export interface Tally {
  seeds: number
  /** Seconds of this process's own time. */
  seconds: number
  steps: number
  commits: number
  /** People's acts. */
  acts: number
  /** How often each fault struck. */
  readonly faults: Record<FaultName, number>
  /** In which states the lives ended. */
  readonly ends: Record<string, number>
  /** Properties that broke, by seed. */
  readonly broken: { readonly seed: number; readonly property: string; readonly detail: string }[]
}

export const emptyTally = (): Tally => ({
  ...{ seeds: 0, seconds: 0, steps: 0, commits: 0, acts: 0, ends: {}, broken: [] },
  faults: Object.fromEntries(faultNames.map((name) => [name, 0])) as Tally['faults'],
})

export const add = (tally: Tally, { seed, steps, commits, acts, faults, ends, broken }: Outcome): void => {
  tally.seeds += 1
  tally.steps += steps
  tally.commits += commits
  tally.acts += acts.length
  for (const [name, count] of faults) tally.faults[name] += count
  for (const [end, count] of Object.entries(ends)) tally.ends[end] = (tally.ends[end] ?? 0) + count
  for (const { property, detail } of broken) tally.broken.push({ seed, property, detail })
}

/** As often each fault is met, at least, where enough seeds were played. */
const leastOften = 100

/** Faults of which too little was seen to say that nothing comes of them. */
export const tooRare = ({ faults }: Tally): readonly FaultName[] =>
  faultNames.filter((name) => faults[name] < leastOften)

/** For people: how many, how fast, and each fault in a line of its own. */
export const reportOf = (tally: Tally): string => {
  const { seeds, seconds, steps, commits, acts, faults, ends, broken } = tally
  const rate = (seeds / Math.max(seconds, 0.001)).toPrecision(3)
  return [
    `${seeds} seeds in ${seconds.toFixed(1)} s of CPU, ${rate} a second; ${steps} steps, ${acts} acts, ${commits} commits`,
    `lives ended: ${Object.entries(ends)
      .map(([end, count]) => `${end} ${count}`)
      .join(', ')}`,
    ...faultNames.map((name) => `${String(faults[name]).padStart(8)} ${name}`),
    `fewer than ${leastOften} times: ${tooRare(tally).join(', ') || 'none'}`,
    `${broken.length} properties broken`,
  ].join('\n')
}
