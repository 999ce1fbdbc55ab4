import type { Locale } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { LineProblem } from '../import.ts'
import type { CaseTerminal } from '../steps/step.ts'
import { stateText } from './state.ts'
import { table } from './table.ts'
import { wrap } from './width.ts'
import { wordsIn } from './words.ts'

/** Some list every value that would be possible. */
const messageWidth = 64

const indent = (line: string): string => `  ${line}`

/** Line, column and what to do about it. */
export const problemsText = (problems: readonly LineProblem[], locale: Locale): readonly string[] => {
  const { columns: heads, wholeLine } = wordsIn(locale)
  const inOrder = problems.toSorted((one, other) => one.line - other.line)
  const rows = inOrder.flatMap(({ line, column, message }) => {
    const [first = '', ...others] = wrap(message, messageWidth)
    return [[String(line), column || wholeLine, first], ...others.map((text) => ['', '', text])]
  })
  return table(
    [{ head: heads.line, right: true }, { head: heads.column }, { head: heads.problem }],
    rows,
  ).map(indent)
}

/** The terminals as they stand, one device per line. */
export const portfolioText = (
  terminals: readonly { readonly listed: CaseTerminal; readonly record: LifecycleRecord }[],
  locale: Locale,
): readonly string[] => {
  const { columns: heads } = wordsIn(locale)
  const rows = terminals.flatMap(({ listed: { terminal, merchant }, record }) =>
    terminal.devices.map(({ serial, model }, place) =>
      place === 0
        ? [terminal.terminalId, serial, model, merchant.merchantName, stateText(record, locale)]
        : ['', serial, model, '', ''],
    ),
  )
  return table(
    [
      { head: heads.terminal },
      { head: heads.device },
      { head: heads.model },
      { head: heads.merchant },
      { head: heads.state },
    ],
    rows,
  ).map(indent)
}
