import type { Actor } from '../../../src/domain/index.ts'
import type { Call, LifecycleEvent, OrderKind, OrderParams } from '../../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  refunded,
  returned,
  saleOff,
  settled,
  unbound,
} from '../../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../../support/people.ts'
import { batch, cny, digestOf, serial, statusRead } from '../../support/samples.ts'
import type { World } from '../../support/world.ts'
import { escalation } from '../rig.ts'

type Part = (world: World) => Promise<void>
export type Events = readonly LifecycleEvent[]

/** How a life gets as far as an order of this kind, and what a mapping without a mistake answers to it. */
interface Stage<Kind extends OrderKind> {
  readonly reached: readonly Part[]
  readonly right: (params: OrderParams[Kind], call: Call, now: string) => Events
  /** Fields of the right answer that name what the order is about. */
  readonly names: readonly string[]
}

const says =
  (actor: Actor, event: LifecycleEvent): Part =>
  async ({ tell }) => {
    await tell(actor, event)
  }
const held = says(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
const rescinded = says(p2, { type: 'hold.rescinded', holdId: 'arrears', reason: 'placed in error' })
const emptied = [approved, saleOff, drained]
const copied = says(m1, {
  type: 'backup.recorded',
  serial,
  upTo: '2026-03-02T09:00:00+08:00',
  hash: digestOf('backup'),
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
})
const collected = says(p1, { type: 'return.authorised', serial, destination: 'collection' })
const stated: Part = async ({ tell, at }) => {
  await tell(sys, { type: 'settlement.stated', statementId: 'statement-1', upTo: at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
}
const paying = says(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
const refunding: Part = (world) =>
  byTwo(world, {
    type: 'refund.ordered',
    depositId: 'deposit-1',
    refundId: 'refund-1',
    amount: cny(200_000),
  })
const everythingBut = [approved, saleOff, drained, backedUp, erased, keysRemoved, returned]

export const stages: { readonly [Kind in OrderKind]: Stage<Kind> } = {
  disableAcceptance: { reached: [held], right: () => [], names: [] },
  enableAcceptance: {
    reached: [held, rescinded],
    right: () => [],
    names: [],
  },
  readStatus: { reached: [held], right: (_, __, now) => [statusRead('off', now)], names: [] },
  uploadBatch: {
    reached: [approved, saleOff],
    right: (_, __, now) => [batch(now, 'batch-1')],
    names: ['serial'],
  },
  readBackup: {
    reached: [copied],
    right: ({ hash }) => [{ type: 'backup.verified', serial, hash }],
    names: ['serial', 'hash'],
  },
  eraseDevice: {
    reached: [
      ...emptied,
      backedUp,
      says(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }),
    ],
    right: (_, { orderId }) => [
      { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4', orderId },
    ],
    names: ['serial', 'orderId'],
  },
  revokeKeys: {
    reached: [says(m1, { type: 'device.lost', serial, kind: 'stolen' })],
    right: (_, { orderId }) => [{ type: 'keys.removed', serial, method: 'revokedAtHost', orderId }],
    names: ['serial', 'orderId'],
  },
  collectDevice: {
    reached: [...emptied, backedUp, erased, keysRemoved, collected],
    right: () => [],
    names: [],
  },
  requestStatement: {
    reached: emptied,
    right: (_, __, upTo) => [
      { type: 'settlement.stated', statementId: 'statement-1', upTo, net: cny(50_000) },
    ],
    names: [],
  },
  payOut: {
    reached: [...emptied, accountVerified, stated, paying],
    right: ({ payoutId, amount }, { orderId }) => [
      { type: 'payout.confirmed', payoutId, orderId, amount: cny(amount) },
    ],
    names: ['payoutId', 'orderId'],
  },
  refundDeposit: {
    reached: [...everythingBut, accountVerified, refunding],
    right: ({ depositId, amount }, { orderId }) => [
      { type: 'refund.confirmed', depositId, orderId, amount: cny(amount) },
    ],
    names: ['depositId', 'orderId'],
  },
  unbind: {
    reached: [...everythingBut, says(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })],
    right: ({ registryRef }, { orderId }) => [{ type: 'unbinding.confirmed', serial, registryRef, orderId }],
    names: ['serial', 'registryRef', 'orderId'],
  },
  confirmClosure: {
    reached: [...everythingBut, accountVerified, settled, refunded, unbound],
    right: (_, { orderId }) => [{ type: 'closure.confirmed', providerRef: 'closure-1', orderId }],
    names: ['orderId'],
  },
  notify: {
    reached: [held],
    right: ({ template, audience }, { orderId }) => [{ type: 'notice.sent', template, audience, orderId }],
    names: ['template', 'audience', 'orderId'],
  },
  openTicket: { reached: [says(p1, escalation)], right: () => [], names: [] },
}
