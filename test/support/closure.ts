import type { ObligationKind } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2, p3, sys } from './people.ts'
import {
  batch,
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  serial,
  statusRead,
} from './samples.ts'
import type { World } from './world.ts'

type Part = (world: World) => Promise<void>

export const approved: Part = async ({ tell }) => {
  await tell(m1, closureRequested())
  await tell(p2, reviewApproved('application-1', ['business_licence']))
}

export const saleOff: Part = async ({ tell, at }) => {
  await tell(sys, statusRead('off', at()))
}

export const drained: Part = async ({ tell, at }) => {
  await tell(sys, batch(at(), 'batch-1'))
}

export const backedUp: Part = async ({ tell, at }) => {
  const hash = digestOf('backup')
  await tell(m1, {
    type: 'backup.recorded',
    serial,
    upTo: at(),
    hash,
    method: 'computer',
    encrypted: true,
    containsCardholderData: false,
  })
  await tell(sys, { type: 'backup.verified', serial, hash })
}

export const erased: Part = async ({ tell }) => {
  await tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  await tell(p1, { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4' })
  await tell(p2, { type: 'erasure.verified', serial })
}

export const keysRemoved: Part = async ({ tell }) => {
  await tell(p1, { type: 'keys.removed', serial, method: 'zeroised' })
}

export const returned: Part = async ({ tell }) => {
  await tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
  await tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
  await tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
  await tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
}

export const accountVerified: Part = async ({ tell, pass }) => {
  await tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
  await tell(p3, {
    type: 'payoutAccount.verified',
    token: 'account-1',
    evidence: [paper('payout_account_verification')],
  })
  await pass(2)
}

/** The order of this kind that was given last. */
export const orderOf = async ({ context }: World, kind: string): Promise<string> => {
  const { orders } = await context()
  const order = Object.values(orders).findLast((item) => item.kind === kind)
  if (order === undefined) throw new Error(`No order ${kind}`)
  return order.orderId
}

export const settled: Part = async (world) => {
  const { tell, at } = world
  await tell(sys, { type: 'settlement.stated', statementId: 'statement-1', upTo: at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  const orderId = await orderOf(world, 'payOut')
  await tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: cny(50_000) })
}

/** Two people, word for word: one proposes the act, the other one does it. */
export const byTwo = async ({ tell }: World, act: LifecycleEvent): Promise<void> => {
  await tell(p1, { type: 'act.proposed', act: act as never })
  await tell(p2, act)
}

export const refunded: Part = async (world) => {
  await byTwo(world, {
    type: 'refund.ordered',
    depositId: 'deposit-1',
    refundId: 'refund-1',
    amount: cny(200_000),
  })
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(200_000) })
}

/** What is owed of this goes on beyond the closure, by a word of two people. */
export const over = (obligationId: string, kind: ObligationKind, ref: string, amount: number) =>
  ({
    type: 'obligation.carriedOver',
    obligationId,
    kind,
    ref,
    amount: cny(amount),
    owner: 'acquirer-1',
    basis: 'agreed on by both',
    reviewAt: '2026-12-01T00:00:00+08:00',
  }) as const

/** Instead of a refund: what is owed goes on beyond the closure, agreed by two people. */
export const carriedOver: Part = async (world) => {
  await byTwo(world, {
    type: 'obligation.carriedOver',
    obligationId: 'obligation-1',
    kind: 'deposit',
    ref: 'deposit-1',
    amount: cny(200_000),
    owner: 'acquirer-1',
    basis: 'the merchant cannot be paid before its insolvency is decided',
    reviewAt: '2026-12-01T00:00:00+08:00',
  })
}

export const unbound: Part = async ({ tell }) => {
  await tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
  await tell(sys, { type: 'unbinding.confirmed', serial, registryRef: 'registry-9' })
}

export const confirmed: Part = async (world) => {
  const orderId = await orderOf(world, 'confirmClosure')
  await world.tell(sys, { type: 'closure.confirmed', providerRef: 'closure-1', orderId })
}

export const readClosed: Part = async ({ tell, at }) => {
  await tell(sys, statusRead('off', at(), 'closed'))
}

export const clearingParts = [
  saleOff,
  drained,
  backedUp,
  erased,
  keysRemoved,
  returned,
  accountVerified,
  settled,
  refunded,
  unbound,
]

export const run = async (world: World, ...parts: readonly Part[]): Promise<void> => {
  for (const part of parts) await part(world)
}
