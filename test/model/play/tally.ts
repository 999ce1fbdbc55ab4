import { caseOf, inWords, like, play, shortest } from './cases.ts'
import { realStep, type Step } from './side-by-side.ts'
import { ours } from './spoken.ts'
import type { Start } from './starts.ts'

type Verdict = 'accepted' | 'refused' | 'repeated'
/** What was played, and what was met on the way. */
export interface Tally {
  cases: number
  steps: number
  /** Events by type and by what became of them; `withIssue`: kept, and marked by money or custody. */
  events: Record<string, Record<Verdict | 'withIssue', number>>
  /** How often each code of money and custody was said. */
  codes: Record<string, number>
  /** Where the two differ: each kind once, with the shortest case that was found of it, in words. */
  faults: { kind: string; times: number; story: string }[]
}

export const emptyTally = (): Tally => ({
  ...{ cases: 0, steps: 0, events: {}, faults: [] },
  codes: Object.fromEntries(ours.map((code) => [code, 0])),
})

/** The cases of these numbers; a fault is told by the shortest walk that shows it. */
export const playAll = (
  tally: Tally,
  starts: readonly Start[],
  numbers: Iterable<number>,
  step: Step = realStep,
): void => {
  for (const number of numbers) {
    const found = caseOf(starts, number)
    const { told, faults, clocks } = play(found, step)
    tally.cases += 1
    tally.steps += told.length + clocks
    for (const { saying, verdict, codes } of told) {
      const row = tally.events[saying.event.type] ?? { accepted: 0, refused: 0, repeated: 0, withIssue: 0 }
      tally.events[saying.event.type] = row
      row[verdict] += 1
      if (verdict === 'accepted' && codes.length > 0) row.withIssue += 1
      for (const code of codes) tally.codes[code] = (tally.codes[code] ?? 0) + 1
    }
    const [fault] = faults
    if (fault === undefined) continue
    const known = tally.faults.find(({ kind }) => kind === like(fault))
    if (known) known.times += 1
    else
      tally.faults.push({ kind: like(fault), times: 1, story: inWords(shortest(found, fault, step), step) })
  }
}

/** `count` numbers from `from` on. */
export const numbersFrom = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index)
