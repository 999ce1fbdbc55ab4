import { openItems } from 'terminal-lifecycle/machine'
import { type State, seenRecord } from '../app/state.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { section } from './parts.ts'

const row = (name: string, amount: string, said: string): Children =>
  h(
    'li',
    {},
    h('span', {}, name),
    ' ',
    h('strong', { class: 'amount' }, amount),
    said !== '' && h('span', { class: 'muted' }, ` ${said}`),
  )

/** What is owed, held and paid. */
export function moneyView(state: State, tongue: Tongue) {
  const { words, text, money } = tongue
  const record = seenRecord(state)
  const { context } = record
  const open = openItems(record)
  const { currency } = context.identity
  const say = (amount: number) => money({ amount, currency })
  const charges = Object.values(context.charges)
  const deposits = Object.values(context.deposits)
  const statement = context.closing?.statement
  const payouts = Object.values(context.payouts)
  return section(
    'money',
    words.money,
    charges.length + deposits.length + payouts.length === 0 && !statement && h('p', {}, words.noMoney),
    statement && [
      h('h3', {}, words.statement),
      h(
        'ul',
        {},
        row(
          statement.statementId,
          say(statement.net),
          `${words.net}${words.and}${statement.status === 'confirmed' ? words.agreed : statement.status === 'disputed' ? words.chargeStatuses.disputed : words.unanswered}`,
        ),
        payouts.map(({ amount, reference, status }) =>
          row(
            reference,
            say(amount),
            status === 'returned' ? text('event', 'payout.returned') : words.statuses[status],
          ),
        ),
      ),
    ],
    charges.length > 0 && [
      h('h3', {}, words.charges),
      h(
        'ul',
        {},
        charges.map(({ chargeId, kind, amount, status }) =>
          row(
            `${text('charge', kind)} ${chargeId}`,
            money(amount),
            `${words.chargeStatuses[status]}${words.and}${words.open}${words.gap}${say(open.charges.get(chargeId) ?? 0)}`,
          ),
        ),
      ),
    ],
    deposits.length > 0 && [
      h('h3', {}, words.deposits),
      h(
        'ul',
        {},
        deposits.map(({ depositId, kind, amount }) =>
          row(
            `${text('deposit', kind)} ${depositId}`,
            money(amount),
            `${words.left}${words.gap}${say(open.deposits.get(depositId) ?? 0)}`,
          ),
        ),
      ),
    ],
  )
}
