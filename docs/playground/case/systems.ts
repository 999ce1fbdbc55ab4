import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { announcedOrders } from 'terminal-lifecycle/machine'
import type { LifecycleEvent, Order } from 'terminal-lifecycle/schemas'
import type { OrderEnd } from './acts.ts'

/** What the acquirer's systems hold of the terminal, beside what they tell. */
export interface Host {
  readonly acceptance: 'on' | 'off'
  readonly registry: 'active' | 'closed'
}

type Answers = {
  readonly [K in Order['kind']]: (
    order: Extract<Order, { kind: K }>,
    record: LifecycleRecord,
    now: string,
    host: Host,
  ) => readonly LifecycleEvent[]
}

const money = ({ context }: LifecycleRecord, amount: number) => ({
  amount,
  currency: context.identity.currency,
})

/** Sales that the systems settle when they are asked for a statement, in minor units. */
const gross = 131_000
const fees = 2_360

/** What a system tells when it has done what was ordered. */
const done: Answers = {
  disableAcceptance: () => [],
  enableAcceptance: () => [],
  readStatus: (_, record, now, { acceptance, registry }) => [
    {
      type: 'status.reported',
      acceptance,
      registry: registry === 'active' && acceptance === 'off' ? 'suspended' : registry,
      unsettled: money(record, 0),
      readAt: now,
      source: 'host',
    },
  ],
  uploadBatch: ({ params: { serial }, orderId }, record, now) => [
    {
      type: 'batch.uploaded',
      serial,
      batchNo: `batch-${orderId.split('/')[1]}`,
      upTo: now,
      count: 3,
      total: money(record, 41_200),
      hostTotals: { count: 3, total: money(record, 41_200) },
    },
  ],
  readBackup: ({ params: { serial, hash } }) => [{ type: 'backup.verified', serial, hash }],
  eraseDevice: ({ params: { serial }, orderId }) => [
    { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4', orderId },
  ],
  revokeKeys: ({ params: { serial } }) => [{ type: 'keys.removed', serial, method: 'revokedAtHost' }],
  collectDevice: () => [],
  requestStatement: ({ orderId }, record, now) => [
    {
      type: 'settlement.stated',
      statementId: `statement-${orderId.split('/')[1]}`,
      upTo: now,
      net: money(record, gross - fees),
      gross: money(record, gross),
      fees: money(record, fees),
    },
  ],
  payOut: ({ params: { payoutId, amount }, orderId }, record) => [
    { type: 'payout.confirmed', payoutId, orderId, amount: money(record, amount) },
  ],
  refundDeposit: ({ params: { depositId, amount }, orderId }, record) => [
    { type: 'refund.confirmed', depositId, orderId, amount: money(record, amount) },
  ],
  unbind: ({ params: { serial, registryRef }, orderId }) => [
    { type: 'unbinding.confirmed', serial, registryRef, orderId },
  ],
  confirmClosure: ({ orderId, params: { attempt } }) => [
    { type: 'closure.confirmed', providerRef: `closure-${attempt}`, orderId },
  ],
  notify: ({ orderId, params: { template, audience } }) => [
    { type: 'notice.sent', template, audience, orderId },
  ],
  openTicket: () => [],
}

/** A definite no, with the fact where the order has one. */
const failed = (order: Order): LifecycleEvent => {
  const { orderId } = order
  if (order.kind === 'unbind')
    return { type: 'unbinding.failed', ...order.params, reason: 'record locked', orderId }
  if (order.kind === 'eraseDevice')
    return {
      type: 'erasure.failed',
      serial: order.params.serial,
      reason: 'no answer from the device',
      orderId,
    }
  if (order.kind === 'payOut')
    return { type: 'payout.failed', payoutId: order.params.payoutId, orderId, reason: 'account closed' }
  if (order.kind === 'refundDeposit')
    return { type: 'refund.failed', depositId: order.params.depositId, orderId, reason: 'account closed' }
  return { type: 'order.failed', orderId, code: 'REJECTED', retryable: false }
}

/** What is told of an order, in turn; the last one only where the order has not ended by then. */
export function toldOf(
  order: Order,
  end: OrderEnd,
  record: LifecycleRecord,
  now: string,
  host: Host,
): readonly LifecycleEvent[] {
  const { orderId } = order
  const claim: readonly LifecycleEvent[] =
    announcedOrders.has(order.kind) && !order.claimed ? [{ type: 'order.claimed', orderId }] : []
  if (end === 'failed') return [...claim, failed(order)]
  if (end === 'unknown')
    return [...claim, { type: 'order.parked', orderId, code: 'OUTCOME_UNKNOWN', attempts: 20 }]
  // Kind and answer belong together; a table by kind cannot say so.
  const answer = done[order.kind] as Answers['notify']
  return [...claim, ...answer(order as never, record, now, host), { type: 'order.confirmed', orderId }]
}

/** What has changed at the systems once the order is done. */
export function hostAfter(host: Host, order: Order): Host {
  if (order.kind === 'disableAcceptance' && order.params.capabilities.includes('sale'))
    return { ...host, acceptance: 'off' }
  if (order.kind === 'enableAcceptance' && order.params.capabilities.includes('sale'))
    return { ...host, acceptance: 'on' }
  if (order.kind === 'confirmClosure') return { acceptance: 'off', registry: 'closed' }
  return host
}
