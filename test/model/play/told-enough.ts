import { profileOf } from '../../../src/domain/index.ts'
import type { Type } from '../verdicts.ts'
import { speaksOf } from './spoken.ts'
import type { Tally } from './tally.ts'

/** Events on which money or custody have a say, in the order of their names. */
export const judged: readonly Type[] = speaksOf.toSorted()

/** What was met fewer times than this: taken or refused; a report is refused by nobody, and marked instead. */
export const rare = ({ events }: Tally, least: number): string[] =>
  judged.flatMap((type) => {
    const { accepted, refused, withIssue } = events[type] ?? { accepted: 0, refused: 0, withIssue: 0 }
    const report = profileOf(type).kind === 'report'
    const both = report ? [accepted - withIssue, withIssue] : [accepted, refused]
    return both.every((times) => times >= least) ? [] : [`${type}: ${both.join(' and ')}`]
  })
