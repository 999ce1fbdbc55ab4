import { type Locale, textOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { WaitingOrder } from 'terminal-lifecycle/runtime'
import type { Ending } from '../play.ts'
import type { Problem } from '../verdict.ts'
import { blockerText } from './blockers.ts'
import { afterwards } from './result.ts'
import { stateText } from './state.ts'
import type { Paint } from './style.ts'
import { wordsIn } from './words.ts'

interface Ended {
  readonly ending: Ending
  readonly record: LifecycleRecord
  /** What is not as it must be, of a case that was played to its end. */
  readonly problems: readonly Problem[]
}

/** One line for each kind of order; notices, which nobody waits for, at the end. */
const ordersText = (orders: readonly WaitingOrder[], locale: Locale): readonly string[] => {
  const kinds = [...new Set(orders.map(({ kind }) => kind))].sort(
    (one, other) => Number(one === 'notify') - Number(other === 'notify'),
  )
  return kinds.map((kind) => {
    const alike = orders.filter((order) => order.kind === kind)
    const attempts = alike.reduce((sum, order) => sum + order.attempts, 0)
    return `    ${wordsIn(locale).unanswered(textOf('order', kind, locale), alike.length, attempts)}`
  })
}

/** Where the case came to rest, and whose turn it is where that is not the end. */
export const endingText = (
  { ending, record, problems }: Ended,
  locale: Locale,
  paint: Paint,
): readonly string[] => {
  const words = wordsIn(locale)
  const state = stateText(record, locale)
  if (ending.kind === 'stuck') {
    const reasons = ending.blockers.map((blocker) => `    ${blockerText(blocker, locale)}`)
    return [`  ${paint('bad', words.stuck(state))}`, ...reasons]
  }
  if (ending.kind === 'orderWaits') {
    return [
      `  ${paint('waiting', words.waiting(state))}`,
      ...ordersText(
        ending.orders.filter(({ orderId }) => Object.hasOwn(record.context.orders, orderId)),
        locale,
      ),
      `  ${words.waitingFor(textOf('role', 'provider', locale))}`,
    ]
  }
  const later = afterwards(record, locale).map((line) => `  ${line}`)
  if (problems.length === 0) return [`  ${paint('good', words.ended.asIntended)}`, ...later]
  return [
    `  ${paint('bad', words.ended.notAsIntended)}`,
    ...problems.map((problem) => `    ${words.problems[problem]}`),
    ...later,
  ]
}
