import { type Blocker, type Locale, textOf } from 'terminal-lifecycle/domain'
import type { Check } from 'terminal-lifecycle/machine'
import { blockerText } from './blockers.ts'
import { moneyText } from './money.ts'
import type { Paint } from './style.ts'
import { padEnd, widthOf, wrap } from './width.ts'
import { wordsIn } from './words.ts'

const rows = (
  blockers: readonly Blocker[],
  locale: Locale,
  paint: Paint,
  columns: number,
): readonly string[] => {
  const owners = blockers.map(({ owner }) => textOf('role', owner, locale))
  const width = Math.max(0, ...owners.map(widthOf))
  return blockers.flatMap((blocker, place) => {
    const [first = '', ...others] = wrap(blockerText(blocker, locale), columns - width - 8)
    const owner = paint(
      blocker.owner === 'merchant' ? 'waiting' : 'quiet',
      padEnd(owners[place] ?? '', width),
    )
    return [`    ${owner}  ${first}`, ...others.map((line) => `    ${' '.repeat(width)}  ${line}`)]
  })
}

/** Everything that stands in the way of a closure or a reinstatement, by whose it is; and what is at stake. */
export const checkText = (
  check: Check,
  kind: 'closure' | 'reinstatement',
  locale: Locale,
  paint: Paint,
  columns: number,
): readonly string[] => {
  const words = wordsIn(locale)
  const { unsettled, charges, deposits, disputes } = check.balances
  const list = (heading: string, blockers: readonly Blocker[]): readonly string[] => [
    `  ${paint('strong', heading)}`,
    ...(blockers.length === 0 ? [`    ${words.check.nothing}`] : rows(blockers, locale, paint, columns)),
  ]
  const balances = [
    words.balance(words.balances.unsettled, unsettled && moneyText(unsettled)),
    words.balance(words.balances.charges, moneyText(charges)),
    words.balance(words.balances.deposits, moneyText(deposits)),
    words.balance(words.balances.disputes, moneyText(disputes)),
  ]
  return [
    ...list(words.check.first, check.blockers),
    ...list(kind === 'closure' ? words.check.later : words.check.laterForService, check.later),
    `  ${paint('strong', words.check.balances)}`,
    `    ${balances.join(words.comma)}`,
  ]
}
