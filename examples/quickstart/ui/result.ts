import { type Locale, textOf } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { CallLine } from '../acquirer/calls.ts'
import { type DepositSums, depositSums, paidOut } from '../steps/facts.ts'
import { dayText } from './moment.ts'
import { amountText } from './money.ts'
import { stateText } from './state.ts'
import { table } from './table.ts'
import { padEnd, widthOf } from './width.ts'
import { wordsIn } from './words.ts'

export interface Result {
  readonly record: LifecycleRecord
  readonly calls: readonly CallLine[]
}

/** `1,680.00 + 320.00 = 2,000.00`; what is carried over stands apart, and where there is no deposit nothing does. */
const depositText = ({ context }: LifecycleRecord): string => {
  const deposits = Object.values(context.deposits)
  if (deposits.length === 0) return '–'
  const sums = deposits.map(depositSums)
  const total = (name: keyof DepositSums): number => sums.reduce((sum, each) => sum + each[name], 0)
  const parts = [total('refunded'), total('deducted'), total('carriedOver')]
  const isWhole = parts.reduce((sum, part) => sum + part, 0) === total('amount')
  const shown = parts.filter((part, place) => place < 2 || part > 0).map(amountText)
  return `${shown.join(' + ')} ${isWhole ? '=' : '<'} ${amountText(total('amount'))}`
}

/** Attempts at this case's own orders; terminals that only stand in the same portfolio have theirs. */
export const attemptsOf = (result: Result): number => ownCalls(result).length

const ownCalls = ({ record, calls }: Result): readonly CallLine[] =>
  calls.filter(({ orderId }) => orderId.startsWith(`${record.lifecycleId}/`))

/** Heads and figures of one case: where the terminal stands, where the money went, what it took. */
const figures = ({ record, calls }: Result, locale: Locale): readonly (readonly [string, string])[] => {
  const { columns: heads } = wordsIn(locale)
  const { context } = record
  const open = Object.values(context.orders).flatMap(({ orderId, status }) =>
    status === 'ordered' ? [orderId] : [],
  )
  // what has ended leaves the record: the calls tell of it
  const given = new Set([...open, ...ownCalls({ record, calls }).map(({ orderId }) => orderId)])
  return [
    [heads.terminal, context.identity.terminalId],
    [heads.merchant, context.identity.merchantName],
    [heads.state, stateText(record, locale)],
    [heads.deposit, depositText(record)],
    [heads.settlement, amountText(paidOut(record))],
    [heads.orders, `${given.size - open.length} / ${given.size}`],
    [heads.attempts, String(attemptsOf({ record, calls }))],
  ]
}

/** The first three columns are words, the others figures. */
const wordColumns = 3

/** The case in one row; where that is too wide, one below the other. */
export const resultTable = (result: Result, locale: Locale, columns = 110): readonly string[] => {
  const shown = figures(result, locale)
  const heads = shown.map(([head], place) => ({ head, right: place >= wordColumns }))
  const lines = table(heads, [shown.map(([, figure]) => figure)])
  if (lines.every((line) => widthOf(line) <= columns)) return lines
  const width = Math.max(...shown.map(([head]) => widthOf(head)))
  return shown.map(([head, figure]) => `${padEnd(head, width)}  ${figure}`)
}

/** What outlives a closed terminal: claims that came late, and the clocks that still run. */
export const afterwards = ({ context }: LifecycleRecord, locale: Locale): readonly string[] => {
  const words = wordsIn(locale)
  return [
    ...context.tail
      .filter(({ open }) => open)
      .map(({ kind, ref }) => words.leftOpen(textOf('event', kind, locale), ref ?? '')),
    ...Object.values(context.deadlines)
      .filter(({ status }) => status === 'running')
      .map(({ name, due }) => words.running(textOf('clock', name, locale), dayText(due))),
  ]
}
