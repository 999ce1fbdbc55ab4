import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  orderOf,
  readClosed,
  run,
  saleOff,
  settled,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const stated = (statementId: string, upTo: string, net: number): LifecycleEvent => ({
  type: 'settlement.stated',
  statementId,
  upTo,
  net: cny(net),
})
const agreedOn = async ({ tell, at }: World, statementId: string, net: number): Promise<void> => {
  await tell(sys, stated(statementId, at(), net))
  await tell(m1, { type: 'settlement.confirmed', statementId })
}
const disputed = {
  type: 'settlement.disputed',
  statementId: 'statement-1',
  grounds: 'a day is missing',
} as const
const carried = (amount: number): LifecycleEvent => ({
  type: 'obligation.carriedOver',
  obligationId: 'obligation-1',
  kind: 'settlement',
  ref: 'statement-1',
  amount: cny(amount),
  owner: 'acquirer-1',
  basis: 'the merchant objects',
  reviewAt: '2026-12-01T00:00:00+08:00',
})
const payout = (amount: number, payoutId = 'payout-1'): LifecycleEvent => ({
  type: 'payout.ordered',
  payoutId,
  amount: cny(amount),
})
const sale = (ref: string, state: 'authorised' | 'completed' | 'settled', occurredAt: string, amount = 700) =>
  ({ type: 'transaction.reported', ref, kind: 'sale', state, amount: cny(amount), occurredAt }) as const
/** Before sale was off, and before every statement of these stories. */
const yesterday = '2026-03-01T12:00:00+08:00'

const isOpen = async (world: World): Promise<void> =>
  expect(await world.value()).toMatchObject({ closing: { clearing: { settlement: 'open' } } })
const isDone = async (world: World): Promise<void> =>
  expect(await world.value()).toMatchObject({ closing: { clearing: { settlement: 'done' } } })

/** The merchant paid 10.00 that it did not owe: that much is given back through the settlement. */
const paidTooMuch = async ({ tell }: World): Promise<void> => {
  await tell(p1, {
    type: 'charge.raised',
    chargeId: 'fee-1',
    kind: 'deactivation',
    amount: cny(1_000),
    feeTableVersion: 'standard',
  })
  await tell(sys, { type: 'charge.met', chargeId: 'fee-1', amount: cny(1_000), paymentRef: 'payment-1' })
  await tell(p2, { type: 'charge.determined', chargeId: 'fee-1', amount: cny(0) })
}
const claim = async (world: World) => (await world.context()).charges['settlement:net']?.amount.amount

export const settlementStories: Stories = {
  'what the merchant met too much is given back once: it is paid out, and not set off as well': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained, accountVerified, paidTooMuch)
    await agreedOn(world, 'statement-1', -3_000)
    expect(await claim(world)).toBe(3_000)
    await world.tell(p3, payout(1_000))
    const orderId = await orderOf(world, 'payOut')
    await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: cny(1_000) })
    await agreedOn(world, 'statement-2', -3_000)
    expect(await claim(world)).toBe(3_000)
    await world.refuse(p3, payout(1, 'payout-2'), 'AMOUNT_TOO_HIGH')
  },

  'what was paid out too much is charged, and what the merchant met too much is still its own': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained, accountVerified, settled)
    await agreedOn(world, 'statement-2', 0)
    expect(await claim(world)).toBe(50_000)
    await paidTooMuch(world)
    await world.refuse(p3, payout(1_001, 'payout-2'), 'AMOUNT_TOO_HIGH')
    await world.tell(p3, payout(1_000, 'payout-2'))
  },

  'a sale that becomes known after the statement opens the settlement, also one that was made before [R-022]':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts)
      await world.tell(sys, { ...sale('late-1', 'completed', yesterday), offline: true })
      await isOpen(world)
      await agreedOn(world, 'statement-2', 50_700)
      await world.tell(p3, payout(700, 'payout-2'))
      const orderId = await orderOf(world, 'payOut')
      await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-2', orderId, amount: cny(700) })
      expect(await world.value()).toEqual({ closing: 'confirming' })
    },

  'a statement says nothing of a pre-authorisation that is completed, or changed, after it': async (open) => {
    const world = await open()
    const hotel = (state: 'authorised' | 'completed', amount: number): LifecycleEvent => ({
      ...sale('hotel', state, yesterday, amount),
      kind: 'preAuth',
    })
    await world.tell(sys, hotel('authorised', 90_000))
    await run(world, approved, saleOff, drained)
    await agreedOn(world, 'statement-1', 0)
    await isDone(world)
    await world.tell(sys, hotel('completed', 85_000))
    await isOpen(world)
    await agreedOn(world, 'statement-2', 0)
    await isDone(world)
    await world.tell(sys, hotel('completed', 80_000))
    await isOpen(world)
  },

  'a sale that goes on from completed to settled moves no money, and the statement stands': async (open) => {
    const world = await open()
    await world.tell(sys, sale('sale-1', 'completed', yesterday))
    await run(world, approved, saleOff, drained)
    await agreedOn(world, 'statement-1', 0)
    await world.tell(sys, sale('sale-1', 'settled', yesterday))
    await isDone(world)
  },

  'a disputed statement keeps the settlement open, also where nothing is to be paid [R-022]': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await world.tell(sys, stated('statement-1', world.at(), 0))
    await world.tell(m1, disputed)
    await isOpen(world)
    await agreedOn(world, 'statement-2', 0)
    await isDone(world)
  },

  'a disputed statement over nothing is carried over as a dispute, so that no objection lasts for ever':
    async (open) => {
      const world = await open()
      const parts = clearingParts.filter((part) => part !== settled && part !== unbound)
      await run(world, approved, ...parts)
      await world.tell(sys, stated('statement-1', world.at(), 0))
      await world.tell(p1, { type: 'act.proposed', act: carried(0) as never })
      await world.refuse(p2, carried(0), 'CARRY_OVER_INCOMPLETE')
      await world.tell(m1, disputed)
      await world.refuse(p2, carried(1), 'AMOUNT_TOO_HIGH', 'SECOND_PERSON_REQUIRED')
      await byTwo(world, carried(0))
      await isDone(world)
      await run(world, unbound, confirmed, readClosed)
      // of an objection there is nothing to pay out
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      expect(currentlyDue).toContainEqual(
        expect.objectContaining({ code: 'OBLIGATION_OPEN', clearedBy: ['obligation.discharged'] }),
      )
      const evidence = [paper('payment_proof')]
      await world.tell(p1, { type: 'obligation.discharged', obligationId: 'obligation-1', evidence })
    },

  'who disputes a statement by which it owes disputes the charge: nothing is deducted before it is decided':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained)
      await world.tell(sys, stated('statement-1', world.at(), -3_000))
      await world.tell(m1, disputed)
      await isOpen(world)
      await world.pass(40)
      const deduct = (amount: number): LifecycleEvent => ({
        type: 'deposit.deducted',
        depositId: 'deposit-1',
        chargeId: 'settlement:net',
        amount: cny(amount),
      })
      await world.refuse(p3, deduct(3_000), 'CHARGE_DISPUTED')
      await world.tell(p2, { type: 'charge.determined', chargeId: 'settlement:net', amount: cny(2_000) })
      await world.tell(p3, deduct(2_000))
      await agreedOn(world, 'statement-2', -2_000)
      await isDone(world)
    },

  'a statement up to next year covers today and no more': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const ahead = stated('statement-1', '2027-03-02T00:00:00+08:00', 0)
    await world.tell(sys, ahead)
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    expect((await world.tell(sys, ahead)).noop).toBe(true)
    await isDone(world)
    await world.pass(1)
    await world.tell(sys, sale('late-1', 'completed', world.at()))
    await isOpen(world)
    await world.tell(sys, stated('statement-2', world.at(), 700))
  },

  'a lower statement takes back what was carried over beyond it, so that the rest can be discharged': async (
    open,
  ) => {
    const world = await open()
    const parts = clearingParts.filter((part) => part !== settled && part !== unbound)
    await run(world, approved, ...parts)
    await agreedOn(world, 'statement-1', 50_000)
    await byTwo(world, carried(50_000))
    await agreedOn(world, 'statement-2', 20_000)
    await run(world, unbound, confirmed, readClosed)
    expect((await world.context()).carriedOver['obligation-1']?.amount).toEqual(cny(20_000))
    const evidence = [paper('payment_proof')]
    await world.tell(p1, { type: 'obligation.discharged', obligationId: 'obligation-1', evidence })
  },

  'who agrees to a statement again gives nobody more time to pay it out [R-196]': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await agreedOn(world, 'statement-1', 50_000)
    await world.pass(10)
    const late = (await world.context()).deadlines.payoutDue
    expect(late?.status).toBe('fired')
    const again = await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    expect(again.noop).toBe(true)
    expect((await world.context()).deadlines.payoutDue).toEqual(late)
  },

  'who agrees to a statement once more, having argued about its figure, argues about it no more': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await agreedOn(world, 'statement-1', -3_000)
    const figure = async () => (await world.context()).charges['settlement:net']?.status
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'settlement:net', grounds: 'not ours' })
    expect(await figure()).toBe('disputed')
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    expect(await figure()).toBe('determined')
  },

  'a payment that is told to have failed after it had arrived is looked at, and stays paid': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, accountVerified)
    await agreedOn(world, 'statement-1', 50_000)
    await world.tell(p3, payout(50_000))
    const of = { payoutId: 'payout-1', orderId: await orderOf(world, 'payOut') }
    await world.tell(sys, { type: 'payout.confirmed', ...of, amount: cny(50_000) })
    const failed = { type: 'payout.failed', ...of, reason: 'bank timeout' } as const
    expect((await world.tell(sys, failed)).issues.map(({ code }) => code)).toEqual(['ORDER_ENDED'])
    expect((await world.tell(sys, failed)).noop).toBe(true)
    expect((await world.context()).payouts[of.orderId]?.status).toBe('confirmed')
  },

  'the clock for paying out runs until everything is paid: a payment nobody ordered does not stop it [R-196]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained, accountVerified)
      await agreedOn(world, 'statement-1', 50_000)
      const paid = (orderId: string, amount: number): LifecycleEvent => ({
        type: 'payout.confirmed',
        payoutId: 'payout-1',
        orderId,
        amount: cny(amount),
      })
      const clock = async () => (await world.context()).deadlines.payoutDue?.status
      await world.tell(sys, paid('life-1/99/0', 50_000))
      expect(await clock()).toBe('running')
      await world.tell(p3, payout(20_000))
      await world.tell(sys, paid(await orderOf(world, 'payOut'), 20_000))
      expect(await clock()).toBe('running')
      // all of it is on its way, and a part has arrived
      const orderIds: string[] = []
      for (const [payoutId, amount] of [
        ['payout-2', 10_000],
        ['payout-3', 20_000],
      ] as const) {
        await world.tell(p3, payout(amount, payoutId))
        orderIds.push(await orderOf(world, 'payOut'))
      }
      const [second = '', third = ''] = orderIds
      await world.tell(sys, { ...paid(second, 10_000), payoutId: 'payout-2' } as LifecycleEvent)
      expect(await clock()).toBe('running')
      await world.tell(sys, { ...paid(third, 20_000), payoutId: 'payout-3' } as LifecycleEvent)
      expect(await clock()).toBe('cancelled')
    },
}
