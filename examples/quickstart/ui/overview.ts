import type { Locale } from 'terminal-lifecycle/domain'
import type { Walked } from '../walk-case.ts'
import { attemptsOf } from './result.ts'
import { stateText } from './state.ts'
import { table } from './table.ts'
import { wordsIn } from './words.ts'

/** All cases, one row each: where each one stands, what it took, and whether that is where it must stand. */
export const overviewTable = (walked: readonly Walked[], locale: Locale): readonly string[] => {
  const { columns: heads, cases, verdict } = wordsIn(locale)
  const rows = walked.map(({ name, record, calls, code, entries }) => [
    name,
    cases[name],
    record.context.identity.terminalId,
    stateText(record, locale),
    verdict[code],
    String(entries),
    String(attemptsOf({ record, calls })),
  ])
  return table(
    [
      { head: heads.case },
      { head: heads.about },
      { head: heads.terminal },
      { head: heads.state },
      { head: heads.verdict },
      { head: heads.entries, right: true },
      { head: heads.attempts, right: true },
    ],
    rows,
  )
}
