import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  orderOf,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const net = 'settlement:net'
const ready = (world: World) => run(world, approved, saleOff, drained, accountVerified)

const stated = async ({ tell, at }: World, statementId: string, amount: number) => {
  await tell(sys, { type: 'settlement.stated', statementId, upTo: at(), net: cny(amount) })
}
const agreed = async (world: World, statementId: string, amount: number) => {
  await stated(world, statementId, amount)
  await world.tell(m1, { type: 'settlement.confirmed', statementId })
}
const disputed = (statementId: string) =>
  ({ type: 'settlement.disputed', statementId, grounds: 'a day is missing' }) as const
const payout = (payoutId: string, amount: number): LifecycleEvent => ({
  type: 'payout.ordered',
  payoutId,
  amount: cny(amount),
})
const paid = async (world: World, payoutId: string, amount: number) => {
  await world.tell(p3, payout(payoutId, amount))
  const orderId = await orderOf(world, 'payOut')
  await world.tell(sys, { type: 'payout.confirmed', payoutId, orderId, amount: cny(amount) })
}
const carried = (kind: 'settlement' | 'charge', ref: string, amount: number): LifecycleEvent => ({
  type: 'obligation.carriedOver',
  obligationId: `over-${kind}`,
  kind,
  ref,
  amount: cny(amount),
  owner: 'acquirer-1',
  basis: 'the merchant objects',
  reviewAt: '2026-12-01T00:00:00+08:00',
})
const chargeOf = async ({ context }: World, chargeId: string) => (await context()).charges[chargeId]
const regions = (open: 'open' | 'done') => ({ closing: { clearing: { settlement: open } } })

/** Who argues is heard, and what was argued about comes out once. */
export const argumentStories: Stories = {
  'what the merchant met, and was then determined to be less, is paid back': async (open) => {
    const world = await open()
    await ready(world)
    await agreed(world, 's1', 50_000)
    await paid(world, 'p1', 50_000)
    await agreed(world, 's2', 30_000)
    await world.tell(p1, { type: 'charge.met', chargeId: net, amount: cny(20_000), paymentRef: 'pay-1' })
    await world.tell(p2, { type: 'charge.determined', chargeId: net, amount: cny(5_000) })
    await world.refuse(p3, payout('p2', 15_001), 'AMOUNT_TOO_HIGH')
    await paid(world, 'p2', 15_000)
    expect(await world.value()).toMatchObject(regions('done'))
  },

  'a payout that did not arrive in the end is not claimed back': async (open) => {
    const world = await open()
    await ready(world)
    await agreed(world, 's1', 50_000)
    await world.tell(p3, payout('p1', 50_000))
    const orderId = await orderOf(world, 'payOut')
    await world.tell(sys, { type: 'order.claimed', orderId })
    await agreed(world, 's2', 30_000)
    expect(await chargeOf(world, net)).toMatchObject({ amount: cny(20_000) })
    await world.tell(sys, { type: 'payout.failed', payoutId: 'p1', orderId, reason: 'account closed' })
    expect(await chargeOf(world, net)).toMatchObject({ amount: cny(0) })
    await world.refuse(p3, payout('p2', 30_001), 'AMOUNT_TOO_HIGH')
    await paid(world, 'p2', 30_000)
  },

  'nothing is paid on a statement that a late transaction outdated, or that somebody argues about': async (
    open,
  ) => {
    for (const upset of ['outdated', 'argued'] as const) {
      const world = await open()
      await ready(world)
      await agreed(world, 's1', 50_000)
      await world.tell(p3, payout('p1', 50_000))
      if (upset === 'argued') await world.tell(m1, disputed('s1'))
      else
        await world.tell(sys, {
          type: 'transaction.reported',
          ref: 'late-refund',
          kind: 'refund',
          state: 'completed',
          amount: cny(49_000),
          occurredAt: '2026-03-01T12:00:00+08:00',
        })
      const { orders } = await world.context()
      expect(Object.values(orders).find(({ kind }) => kind === 'payOut')?.status).toBe('cancelled')
    }
  },

  'a statement keeps its figure: another one needs another name, also when the first is out of date': async (
    open,
  ) => {
    const world = await open()
    await ready(world)
    await stated(world, 's1', 50_000)
    const again = (amount: number): LifecycleEvent => ({
      type: 'settlement.stated',
      statementId: 's1',
      upTo: world.at(),
      net: cny(amount),
    })
    await world.refuse(sys, again(-50_000), 'REFERENCE_IN_USE')
    await stated(world, 's2', 40_000)
  },

  'what was carried over does not answer a later objection': async (open) => {
    const world = await open()
    await ready(world)
    await agreed(world, 's1', 5_000)
    await byTwo(world, carried('settlement', 's1', 5_000))
    expect(await world.value()).toMatchObject(regions('done'))
    await stated(world, 's2', 0)
    await world.tell(m1, disputed('s2'))
    expect(await world.value()).toMatchObject(regions('open'))
  },

  'a charge that goes on beyond the closure may be argued about like any other': async (open) => {
    const world = await open()
    await ready(world)
    await stated(world, 's1', -3_000)
    await byTwo(world, carried('charge', net, 3_000))
    await world.tell(m1, disputed('s1'))
    expect(await chargeOf(world, net)).toMatchObject({ status: 'disputed' })
  },

  'who makes a claim higher made it, and does not take it from the deposit': async (open) => {
    const world = await open()
    await ready(world)
    await world.tell(p1, { type: 'settlement.stated', statementId: 's1', upTo: world.at(), net: cny(-1) })
    await world.tell(p2, { type: 'settlement.stated', statementId: 's2', upTo: world.at(), net: cny(-9_000) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's2' })
    await world.pass(40)
    const deducted: LifecycleEvent = {
      type: 'deposit.deducted',
      depositId: 'deposit-1',
      chargeId: net,
      amount: cny(9_000),
    }
    await world.refuse(p2, deducted, 'MAKER_IS_CHECKER')
    await world.tell(p3, deducted)
  },

  'the outcome of a dispute counts, not only who is liable': async (open) => {
    const world = await open()
    const closed = (outcome: 'won' | 'lost' | 'withdrawn'): LifecycleEvent => ({
      type: 'dispute.closed',
      caseId: 'case-1',
      outcome,
      liability: 'merchant',
    })
    const dueAt = '2026-04-01T00:00:00+08:00'
    await world.tell(p1, { type: 'dispute.opened', caseId: 'case-1', amount: cny(500), dueAt })
    await world.tell(p1, closed('withdrawn'))
    expect(await world.tell(p1, closed('lost'))).toMatchObject({ noop: false })
    expect(await chargeOf(world, 'dispute:case-1')).toMatchObject({ amount: cny(500) })
    await world.tell(p1, closed('won'))
    expect(await chargeOf(world, 'dispute:case-1')).toMatchObject({ amount: cny(0) })
  },

  'an absent merchant is waited for, whatever kind its open transaction is and however old the last clock':
    async (open) => {
      const world = await open()
      const pending: LifecycleEvent = {
        type: 'transaction.reported',
        ref: 'sale-9',
        kind: 'sale',
        state: 'pending',
        amount: cny(500),
        occurredAt: world.at(),
      }
      await byTwo(world, {
        type: 'counterparty.declaredUnreachable',
        party: 'merchant',
        evidence: [paper('service_of_notice')],
      })
      await world.tell(sys, pending)
      const handling = { txnRef: 'sale-9', handling: 'void' } as const
      await world.tell(p1, { type: 'resolution.proposed', ...handling })
      await world.refuse(p2, { type: 'resolution.accepted', ...handling }, 'NOTICE_RUNNING')
      await world.pass(31)
      await world.tell(p2, { type: 'resolution.accepted', ...handling })
    },

  'what was met in part, beside what goes on, may still be taken from the deposit when its notice has run':
    async (open) => {
      const world = await open()
      await ready(world)
      await world.tell(p1, {
        type: 'charge.raised',
        chargeId: 'penalty',
        kind: 'penalty',
        amount: cny(150),
        feeTableVersion: 'standard',
      })
      await byTwo(world, carried('charge', 'penalty', 100))
      await world.tell(p3, { type: 'charge.met', chargeId: 'penalty', amount: cny(50), paymentRef: 'pay-1' })
      await run(world, backedUp, erased, keysRemoved, returned)
      expect((await world.context()).deadlines['chargeObjection:penalty']?.status).toBe('running')
    },
}
