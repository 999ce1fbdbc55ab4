import { expect } from 'vitest'
import { capabilities, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  byTwo,
  carriedOver,
  clearingParts,
  confirmed,
  orderOf,
  readClosed,
  refunded,
  run,
  settled,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const carry = (kind: 'charge' | 'settlement', ref: string, amount: number): LifecycleEvent => ({
  type: 'obligation.carriedOver',
  obligationId: `obligation-${kind}`,
  kind,
  ref,
  amount: cny(amount),
  owner: 'acquirer-1',
  basis: 'nobody answers',
  reviewAt: '2026-12-01T00:00:00+08:00',
})
const discharge = (obligationId: string): LifecycleEvent => ({
  type: 'obligation.discharged',
  obligationId,
  evidence: [paper('payment_proof')],
})
const refund = (amount: number): LifecycleEvent => ({
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: `refund-${amount}`,
  amount: cny(amount),
})
const deduct = (amount: number): LifecycleEvent => ({
  type: 'deposit.deducted',
  depositId: 'deposit-1',
  chargeId: 'penalty-1',
  amount: cny(amount),
})
const meet = (amount: number): LifecycleEvent => ({
  type: 'charge.met',
  chargeId: 'penalty-1',
  amount: cny(amount),
  paymentRef: 'payment-1',
})
const guarantee = {
  depositId: 'deposit-1',
  kind: 'guarantee',
  amount: cny(200_000),
  heldBy: 'acquirer-1',
} as const

/** Closed, with a guarantee of 2 000.00 and a penalty of 1 500.00 that are both carried over. */
const closedOwing = async (world: World): Promise<void> => {
  const parts = clearingParts.filter((part) => part !== refunded && part !== unbound)
  await run(world, approved, ...parts)
  await world.tell(p1, {
    type: 'charge.raised',
    chargeId: 'penalty-1',
    kind: 'penalty',
    amount: cny(150_000),
    feeTableVersion: 'none',
  })
  await byTwo(world, carry('charge', 'penalty-1', 150_000))
  await run(world, carriedOver, unbound, confirmed, readClosed)
  expect(await world.value()).toBe('closed')
}
const owed = async (world: World) =>
  requirements(await world.record(), { at: world.at(), viewer: 'provider' })
const codesOwed = async (world: World) => {
  const { currentlyDue, pastDue } = await owed(world)
  return [...currentlyDue, ...pastDue].map(({ code, ref }) => [code, ref])
}
const wanted = async (world: World) => {
  const { payout, refund } = capabilities(await world.record()).desired
  return { payout, refund }
}

/** What is still owed when the books are closed is neither lost nor paid twice. */
export const bookStories: Stories = {
  'a charge carried over is met from the guarantee after the closure, and only what is left is refunded':
    async (open) => {
      const world = await open(terminal({ deposits: [guarantee] }))
      await closedOwing(world)
      await world.refuse(p3, deduct(150_000), 'NOTICE_RUNNING')
      await world.pass(200)
      await world.tell(p1, { type: 'act.proposed', act: refund(200_000) as never })
      await world.refuse(p2, refund(200_000), 'CHARGES_OUTSTANDING')
      await world.tell(p3, deduct(150_000))
      await byTwo(world, refund(50_000))
      await world.refuse(p1, discharge('obligation-charge'), 'OBLIGATION_DISCHARGED')
    },

  'a charge carried over is paid by the merchant after the closure, once': async (open) => {
    const world = await open(terminal({ deposits: [guarantee] }))
    await closedOwing(world)
    const deposit = ['OBLIGATION_OPEN', 'obligation-1']
    expect(await codesOwed(world)).toEqual([['OBLIGATION_OPEN', 'obligation-charge'], deposit])
    await world.tell(sys, meet(150_000))
    expect(await codesOwed(world)).toEqual([deposit])
    await world.refuse(p1, discharge('obligation-charge'), 'OBLIGATION_DISCHARGED')
    const other = await open(terminal({ deposits: [guarantee] }))
    await closedOwing(other)
    await other.tell(p1, discharge('obligation-charge'))
    await other.refuse(sys, meet(150_000), 'CHARGE_ENDED')
  },

  'a charge carried over can be disputed after the closure, and is decided then': async (open) => {
    const world = await open(terminal({ deposits: [guarantee] }))
    await closedOwing(world)
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'penalty-1', grounds: 'not agreed' })
    await world.pass(200)
    await world.refuse(p3, deduct(150_000), 'CHARGE_DISPUTED')
    await byTwo(world, refund(50_000))
    await world.tell(p2, { type: 'charge.determined', chargeId: 'penalty-1', amount: cny(100_000) })
    await world.tell(p3, deduct(100_000))
    await byTwo(world, { ...refund(49_999), amount: cny(50_000) } as LifecycleEvent)
  },

  'what was discharged of a charge that turns out to be less is owed back, and no more of it [R-037]': async (
    open,
  ) => {
    const world = await open(terminal({ deposits: [guarantee] }))
    await closedOwing(world)
    await world.tell(m1, { type: 'charge.disputed', chargeId: 'penalty-1', grounds: 'not agreed' })
    await world.tell(p1, discharge('obligation-charge'))
    expect((await world.context()).credit).toBe(0)
    await world.tell(p2, { type: 'charge.determined', chargeId: 'penalty-1', amount: cny(100_000) })
    expect((await world.context()).credit).toBe(50_000)
    expect(await codesOwed(world)).toContainEqual(['OUTSTANDING_BALANCE', undefined])
  },

  'a payout that arrives after what it was for was discharged is charged back whole': async (open) => {
    const world = await open()
    const parts = clearingParts.filter((part) => part !== settled && part !== unbound)
    await run(world, approved, ...parts)
    await world.tell(sys, {
      type: 'settlement.stated',
      statementId: 'statement-1',
      upTo: world.at(),
      net: cny(50_000),
    })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
    const orderId = await orderOf(world, 'payOut')
    await world.tell(sys, { type: 'payout.failed', payoutId: 'payout-1', orderId, reason: 'timeout' })
    await byTwo(world, carry('settlement', 'statement-1', 50_000))
    await run(world, unbound, confirmed, readClosed)
    await world.tell(p1, discharge('obligation-settlement'))
    await world.tell(sys, { type: 'payout.confirmed', payoutId: 'payout-1', orderId, amount: cny(50_000) })
    const charged = Object.values((await world.context()).charges)
    expect(charged.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['overpayment', 50_000]])
  },

  'the same fact told twice after the closure is dealt with once; a case that goes on is told again': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const dueAt = '2026-09-01T00:00:00+08:00'
    const opened = { type: 'dispute.opened', caseId: 'case-9', amount: cny(700), dueAt } as const
    const won = { type: 'dispute.closed', caseId: 'case-9', outcome: 'won', liability: 'provider' } as const
    for (const fact of [opened, opened, won, opened]) await world.tell(p1, fact)
    const { tail, orders } = await world.context()
    expect(tail.map(({ kind }) => kind)).toEqual(['dispute.opened', 'dispute.closed', 'dispute.opened'])
    expect(Object.values(orders).filter(({ kind }) => kind === 'openTicket')).toHaveLength(3)
  },

  'a charge raised after the closure stands in the tail and among what is due; payouts are not wanted for it':
    async (open) => {
      const world = await open()
      await run(world, approved, ...clearingParts, confirmed, readClosed)
      await world.tell(p1, {
        type: 'charge.raised',
        chargeId: 'penalty-1',
        kind: 'chargeback',
        amount: cny(700),
        feeTableVersion: 'none',
      })
      expect((await world.context()).tail).toMatchObject([
        { kind: 'charge.raised', ref: 'penalty-1', open: true },
      ])
      expect(await codesOwed(world)).toEqual([['CHARGES_OUTSTANDING', 'penalty-1']])
      expect(await wanted(world)).toEqual({ payout: false, refund: false })
      await world.tell(sys, meet(700))
      expect(await codesOwed(world)).toEqual([])
    },

  'a deposit carried over, or a refund that comes back, is what a refund is wanted for after the closure':
    async (open) => {
      const world = await open()
      const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
      await run(world, approved, ...parts, confirmed, readClosed)
      expect(await wanted(world)).toEqual({ payout: false, refund: true })
      await byTwo(world, refund(200_000))
      const told = {
        depositId: 'deposit-1',
        orderId: await orderOf(world, 'refundDeposit'),
        amount: cny(200_000),
      }
      await world.tell(sys, { type: 'refund.confirmed', ...told })
      expect(await wanted(world)).toEqual({ payout: false, refund: false })
      await world.tell(sys, { type: 'refund.returned', ...told, reason: 'account closed' })
      expect(await wanted(world)).toEqual({ payout: false, refund: true })
    },
}
