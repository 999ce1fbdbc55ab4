import type { Case } from './case.ts'
import { coded } from './coded.ts'
import { type Html, html } from './html.ts'
import { isLate, mendForm, mendOf } from './mending.ts'
import { moment, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

const looks = { ordered: 'waits', confirmed: 'done', failed: 'stopped', cancelled: 'later' } as const

/** What was ordered in the acquirer's own systems, newest first; what has not ended before all. */
export const ordersPart = (reader: Reader, { lifecycleId, orders, requirements }: Case): Html => {
  const { words } = reader
  const openFirst = [...orders].sort(
    ({ order: one }, { order: other }) =>
      Number(other.status === 'ordered' || other.status === 'failed') -
        Number(one.status === 'ordered' || one.status === 'failed') ||
      Date.parse(other.orderedAt) - Date.parse(one.orderedAt),
  )
  return html`<section data-part="orders" aria-labelledby="orders">
  <h2 id="orders">${words.orders}</h2>
  ${
    orders.length === 0
      ? html`<p>${words.noOrders}</p>`
      : html`<ul class="orders">${openFirst.slice(0, 12).map((state) => {
          const { order, attempts, lastErrorCode } = state
          const status = order.parked ? 'parked' : order.status
          const mend = mendOf(state, isLate(requirements, order.orderId))
          return html`<li><span class="status ${order.parked ? 'stopped' : looks[order.status]}">${coded(words, 'order', status)}</span>
            ${say(reader, 'order', order.kind)} <small>${fill(words.ordered, { when: moment(reader, order.orderedAt) })}${attempts > 0 ? html` · ${words.attempts} ${attempts}` : ''}${lastErrorCode ? html` · ${lastErrorCode}` : ''}</small>
            ${mend ? mendForm(reader, { lifecycleId, orderId: order.orderId, mend }) : ''}</li>`
        })}</ul>`
  }
</section>`
}
