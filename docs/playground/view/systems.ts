import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Order } from 'terminal-lifecycle/schemas'
import { describeNotice } from 'terminal-lifecycle/words'
import { type State, seenRecord } from '../app/state.ts'
import { orderEnds } from '../case/acts.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { act, section } from './parts.ts'

const aboutOf = ({ params }: Order, { text, money, locale }: Tongue, currency: string): string => {
  const said = Object.entries(params).flatMap(([name, value]): string[] => {
    if (name === 'amount' && typeof value === 'number') return [money({ amount: value, currency })]
    if (name === 'audience' && typeof value === 'string') return [text('audience', value)]
    if (name === 'template' && typeof value === 'string') return [text('notice', value)]
    if (name === 'topic' && typeof value === 'string') return [text('ticketTopic', value)]
    if (name === 'department' && typeof value === 'string') return [text('department', value)]
    return ['serial', 'depositId', 'payoutId', 'registryRef'].includes(name) ? [String(value)] : []
  })
  return said.join(locale === 'en' ? ', ' : '，')
}

/** The notice as its reader gets it. */
const notice = (order: Order, record: LifecycleRecord, { locale }: Tongue): Children => {
  if (order.kind !== 'notify') return null
  const { subject, body } = describeNotice(order.params, record, locale)
  return h(
    'details',
    { 'data-key': `notice-${order.orderId}` },
    h('summary', {}, subject),
    body.split('\n').map((line) => h('p', {}, line)),
  )
}

const look = ({ status, parked }: Order): string =>
  parked || status === 'failed' ? 'status stopped' : status === 'ordered' ? 'status waits' : 'status plain'

/** What was ordered from the systems, and what they answer. */
export function systemsView(state: State, tongue: Tongue) {
  const { words, text } = tongue
  const record = seenRecord(state)
  const { currency } = record.context.identity
  const orders = Object.values(record.context.orders)
  const open = orders.filter(({ status }) => status === 'ordered' || status === 'failed')
  const ended = orders.filter((order) => !open.includes(order))
  const row = (order: Order): Children =>
    h(
      'li',
      { 'data-key': `order-${order.orderId}` },
      h(
        'p',
        {},
        h('strong', {}, text('order', order.kind)),
        ` ${aboutOf(order, tongue, currency)} `,
        h('span', { class: look(order) }, order.parked ? words.parked : words.statuses[order.status]),
      ),
      notice(order, record, tongue),
      order.status === 'ordered' &&
        h(
          'div',
          { class: 'row' },
          orderEnds.map((end) =>
            act('answer', words[end], {
              ...{ class: 'small', 'data-order': order.orderId, 'data-end': end },
              'aria-label': `${words[end]}${words.colon}${text('order', order.kind)} ${aboutOf(order, tongue, currency)}`,
            }),
          ),
        ),
    )
  return section(
    'systems',
    words.systems,
    open.length === 0 && h('p', {}, words.noOrders),
    open.some(({ status, parked }) => status === 'ordered' && !parked) && h('p', {}, act('all', words.all)),
    h('ul', { class: 'turns' }, open.map(row)),
    ended.length > 0 &&
      h(
        'details',
        { 'data-key': 'ended-orders' },
        h('summary', {}, words.ended(ended.length)),
        h('ul', { class: 'turns' }, ended.map(row)),
      ),
  )
}
