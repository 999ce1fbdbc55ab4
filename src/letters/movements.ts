import { textOf } from '../domain/index.ts'
import type { Transfer } from '../machine/index.ts'
import type { Movement } from './facts.ts'
import type { Section } from './letter.ts'
import type { Story } from './story.ts'
import { moneyIn } from './sums.ts'
import type { Voice } from './voice.ts'

/** What arrived, and what the bank sent back: when, how much, by which way. */
export const movementsOf = (
  { context, all }: Story,
  transfers: Readonly<Record<string, Transfer>>,
): readonly Movement[] => {
  const money = moneyIn(context)
  const told = all('payout.confirmed', 'payout.returned', 'refund.confirmed', 'refund.returned')
  return Object.entries(transfers).flatMap(([orderId, { amount, excess, status }]) => {
    if (status !== 'confirmed' && status !== 'returned') return []
    const order = context.orders[orderId]
    const method = order?.kind === 'payOut' || order?.kind === 'refundDeposit' ? order.params.method : null
    const at = told.findLast(({ event }) => event.orderId === orderId)?.at ?? null
    return [{ at, amount: money(amount - excess), method, isReturned: status === 'returned' }]
  })
}

export const movementTable = (
  heading: 'refunds' | 'payouts',
  movements: readonly Movement[],
  voice: Voice,
): readonly Section[] =>
  voice.table(
    heading,
    ['at', 'what', 'way', 'amount'],
    movements.map(({ at, amount, method, isReturned }) => [
      at === null ? '–' : voice.day(at),
      voice.words.labels[isReturned ? 'returned' : heading === 'refunds' ? 'refunded' : 'paidOut'],
      method === null ? '–' : textOf('payoutMethod', method, voice.locale),
      voice.money(amount),
    ]),
  )
