import { expect } from 'vitest'
import { checkClosure } from '../../src/machine/index.ts'
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
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const stated = (statementId: string, upTo: string, net: number): LifecycleEvent => ({
  type: 'settlement.stated',
  statementId,
  upTo,
  net: cny(net),
})
const beforeSettlement = clearingParts.filter((part) => part !== settled && part !== refunded)

const closedWithObligation = async (world: World): Promise<void> => {
  const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
  await run(world, approved, ...parts, confirmed, readClosed)
}

/** Each was once a way to lose money, or to pay it twice. */
export const moneyStories: Stories = {
  'a payout that a later statement does not cover is claimed back': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts.filter((part) => part !== refunded))
    await world.tell(sys, stated('statement-2', world.at(), 30_000))
    const { charges } = await world.context()
    expect(charges['settlement:net']).toMatchObject({ amount: cny(20_000), status: 'raised' })
  },

  'what a charge is met by from a deposit, part by part, adds up: to nothing less, and to nothing more':
    async (open) => {
      const world = await open()
      await run(world, approved)
      const charge = { chargeId: 'penalty-1', kind: 'penalty', amount: cny(30_000) } as const
      await world.tell(p1, { type: 'charge.raised', ...charge, feeTableVersion: 'none' })
      await world.pass(40)
      const part = { type: 'deposit.deducted', depositId: 'deposit-1', chargeId: 'penalty-1' } as const
      for (const [taken, rest] of [
        [12_000, 18_000],
        [8_000, 10_000],
        [1, 9_999],
      ] as const) {
        await world.tell(p2, { ...part, amount: cny(taken) })
        await world.refuse(p2, { ...part, amount: cny(rest + 1) }, 'AMOUNT_TOO_HIGH')
        const { balances } = checkClosure(await world.record(), { at: world.at(), actor: m1 })
        expect(balances.charges).toEqual(cny(rest))
      }
      await world.tell(p2, { ...part, amount: cny(9_999) })
      const { charges, deposits } = await world.context()
      expect(charges['penalty-1']?.payments).toEqual({ 'deposit:deposit-1': 30_000 })
      expect(deposits['deposit-1']?.deductions).toEqual({ 'penalty-1': 30_000 })
    },

  'what a closure keeps back and makes due is neither kept nor due any more when it is cancelled': async (
    open,
  ) => {
    const deposit = { amount: cny(200_000), heldBy: 'acquirer-1' } as const
    const deposits = [
      { ...deposit, depositId: 'kept', kind: 'guarantee' },
      { ...deposit, depositId: 'due', kind: 'device_pledge' },
    ] as const
    for (const [owner, disposition, clock] of [
      ['merchant', 'merchantOwned', 'depositDue:due'],
      ['provider', 'return', `deviceReturnDue:${serial}`],
    ] as const) {
      const world = await open(terminal({ devices: [{ serial, owner, tenancy: 'sole' }], deposits }))
      await world.tell(m1, closureRequested({ disposition }))
      await world.tell(p2, reviewApproved('application-1', ['business_licence']))
      const clocks = async () => {
        const { deadlines } = await world.context()
        return ['guaranteeTail:kept', clock].map((id) => deadlines[id]?.status)
      }
      expect(await clocks()).toEqual(['running', 'running'])
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell again' })
      expect(await clocks()).toEqual(['cancelled', 'cancelled'])
    }
  },

  'a payout ordered on an old statement is taken back as long as nobody has begun it': async (open) => {
    const world = await open()
    await run(world, approved, ...beforeSettlement)
    await world.tell(sys, stated('statement-1', world.at(), 50_000))
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
    await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
    const orderId = await orderOf(world, 'payOut')
    await world.tell(sys, stated('statement-2', world.at(), 10_000))
    expect((await world.context()).orders[orderId]?.status).toBe('cancelled')
    await world.refuse(sys, { type: 'order.claimed', orderId }, 'ORDER_ENDED')
  },

  'a payout that failed is ordered again on a statement that covers everything and that nobody disputes':
    async (open) => {
      const world = await open()
      await run(world, approved, ...beforeSettlement)
      const confirm = (statementId: string) => world.tell(m1, { type: 'settlement.confirmed', statementId })
      await world.tell(sys, stated('statement-1', world.at(), 50_000))
      await confirm('statement-1')
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
      const orderId = await orderOf(world, 'payOut')
      await world.tell(sys, { type: 'payout.failed', payoutId: 'payout-1', orderId, reason: 'bank timeout' })
      const given = { ref: 'given-back', kind: 'refund', state: 'settled', amount: cny(700) } as const
      const occurredAt = '2026-03-01T12:00:00+08:00'
      await world.tell(sys, { type: 'transaction.reported', ...given, occurredAt, serial })
      const again = { type: 'order.repeated', orderId } as const
      await world.refuse(p1, again, 'STATEMENT_STALE')
      await world.tell(sys, stated('statement-2', world.at(), 50_000))
      await world.tell(m1, { type: 'settlement.disputed', statementId: 'statement-2', grounds: 'too little' })
      await world.refuse(p1, again, 'SETTLEMENT_DISPUTED')
      await world.tell(sys, stated('statement-3', world.at(), 50_000))
      await confirm('statement-3')
      await world.tell(p1, again)
    },

  'a payout that was given up and went out all the same is charged back, also after the closure was cancelled':
    async (open) => {
      const world = await open()
      await run(
        world,
        approved,
        ...clearingParts.slice(0, 3),
        clearingParts[6] as (typeof clearingParts)[number],
      )
      await world.tell(sys, stated('statement-1', world.at(), 50_000))
      await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
      const orderId = await orderOf(world, 'payOut')
      await world.tell(sys, { type: 'payout.failed', payoutId: 'payout-1', orderId, reason: 'bank timeout' })
      await world.tell(p1, {
        type: 'closure.cancelled',
        requestedBy: 'merchant',
        reason: 'found a successor',
      })
      const { issues } = await world.tell(sys, {
        type: 'payout.confirmed',
        payoutId: 'payout-1',
        orderId,
        amount: cny(50_000),
      })
      expect(issues.map(({ code }) => code)).toContain('PAID_TWICE')
      const charged = Object.values((await world.context()).charges).map(({ kind, amount }) => [
        kind,
        amount.amount,
      ])
      expect(charged).toEqual([['overpayment', 50_000]])
    },

  'nobody takes the name of a charge or payment that the library makes by itself': async (open) => {
    const world = await open()
    const fee = {
      type: 'charge.raised',
      kind: 'rental',
      amount: cny(500),
      feeTableVersion: 'standard',
    } as const
    await world.refuse(p1, { ...fee, chargeId: 'settlement:net' }, 'REFERENCE_IN_USE')
    await world.tell(p1, { ...fee, chargeId: 'rent-3' })
    const met = {
      type: 'charge.met',
      chargeId: 'rent-3',
      amount: cny(500),
      paymentRef: 'deposit:deposit-1',
    } as const
    await world.refuse(p3, met, 'REFERENCE_IN_USE')
  },

  'a dispute is carried over whole or not at all': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(p1, {
      type: 'dispute.opened',
      caseId: 'case-1',
      amount: cny(700),
      dueAt: '2026-09-01T00:00:00Z',
    })
    const carry = (amount: number): LifecycleEvent => ({
      type: 'obligation.carriedOver',
      obligationId: 'obligation-9',
      kind: 'dispute',
      ref: 'case-1',
      amount: cny(amount),
      owner: 'acquirer-1',
      basis: 'pending at the scheme',
      reviewAt: '2026-12-01T00:00:00Z',
    })
    for (const amount of [0, 1]) {
      await world.tell(p1, { type: 'act.proposed', act: carry(amount) as never })
      await world.refuse(p2, carry(amount), 'CARRY_OVER_INCOMPLETE')
    }
    await byTwo(world, carry(700))
  },

  'what was paid out after the closure is not discharged a second time': async (open) => {
    const world = await open()
    await run(world, closedWithObligation)
    const refund = {
      type: 'refund.ordered',
      depositId: 'deposit-1',
      refundId: 'late',
      amount: cny(200_000),
    } as const
    await byTwo(world, refund)
    const discharge: LifecycleEvent = {
      type: 'obligation.discharged',
      obligationId: 'obligation-1',
      evidence: [paper('payment_proof')],
    }
    await world.refuse(p1, discharge, 'AMOUNT_TOO_HIGH')
    const orderId = await orderOf(world, 'refundDeposit')
    await world.tell(sys, {
      type: 'refund.failed',
      depositId: 'deposit-1',
      orderId,
      reason: 'account closed',
    })
    await world.tell(p1, discharge)
    await world.refuse(p2, refund, 'AMOUNT_TOO_HIGH', 'SECOND_PERSON_REQUIRED')
  },
}
