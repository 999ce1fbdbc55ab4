import { expect } from 'vitest'
import { explain, requirements } from '../../src/machine/index.ts'
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
import { m1, p1, p3, sys } from '../support/people.ts'
import { cny, paper, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

/** Closed, with a deposit of 200 000 that two people let outlive the closure. */
const closed = async (open: OpenWorld): Promise<World> => {
  const world = await open()
  const parts = clearingParts.map((part) => (part === refunded ? carriedOver : part))
  await run(world, approved, ...parts, confirmed, readClosed)
  expect(await world.value()).toBe('closed')
  return world
}
const answer = async (world: World, actor = p1) =>
  requirements(await world.record(), { at: world.at(), actor })
const owed = async (world: World) => {
  const { currentlyDue, pastDue } = await answer(world)
  return [...currentlyDue, ...pastDue].find(({ code }) => code === 'OBLIGATION_OPEN')
}
const back = async (world: World, refundId: string, amount: number): Promise<void> => {
  await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId, amount: cny(amount) })
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'refund.confirmed', depositId: 'deposit-1', orderId, amount: cny(amount) })
}
const discharged = {
  type: 'obligation.discharged',
  obligationId: 'obligation-1',
  evidence: [paper('payment_proof')],
} as const

export const outlivedStories: Stories = {
  'what outlived the closure is somebody’s until it is settled, and late after the day of its review [R-037]':
    async (open) => {
      const world = await closed(open)
      expect(await owed(world)).toMatchObject({
        ref: 'obligation-1',
        owner: 'provider',
        due: expect.any(String),
      })
      const { currentlyDue } = await answer(world, m1)
      expect(currentlyDue.map(({ code }) => code)).toContain('OBLIGATION_OPEN')
      await world.pass(300)
      expect((await answer(world)).pastDue.map(({ code }) => code)).toContain('OBLIGATION_OPEN')
      await world.tell(p1, discharged)
      expect(await owed(world)).toBeUndefined()
      expect((await world.context()).deadlines['obligationDue:obligation-1']?.status).toBe('cancelled')
    },

  'paid through here, it is discharged by that, once': async (open) => {
    const world = await closed(open)
    await back(world, 'r-1', 150_000)
    expect(await owed(world)).toBeDefined()
    await world.refuse(p1, discharged, 'AMOUNT_TOO_HIGH')
    await back(world, 'r-2', 50_000)
    expect(await owed(world)).toBeUndefined()
    await world.refuse(p1, discharged, 'OBLIGATION_DISCHARGED')
    expect((await world.context()).deadlines['obligationDue:obligation-1']?.status).toBe('cancelled')
  },

  'of two that outlived the closure of one pledge, what is paid back discharges the older one first': async (
    open,
  ) => {
    const pledge = { kind: 'device_pledge', heldBy: 'acquirer-1', amount: cny(200_000) } as const
    const deposits = ['deposit-1', 'deposit-2'].map((depositId) => ({ depositId, ...pledge }))
    const world = await open(terminal({ deposits }))
    const parts = clearingParts.filter((part) => part !== refunded)
    await run(world, approved, ...parts)
    // a charge may bear the name of a pledge, and is another debt
    await world.tell(p1, {
      ...{ type: 'charge.raised', chargeId: 'deposit-1', kind: 'rental' },
      ...{ amount: cny(7_000), feeTableVersion: 'standard' },
    })
    for (const [obligationId, amount, kind, ref] of [
      ['older', 120_000, 'deposit', 'deposit-1'],
      ['younger', 80_000, 'deposit', 'deposit-1'],
      ['other', 200_000, 'deposit', 'deposit-2'],
      ['rental', 7_000, 'charge', 'deposit-1'],
    ] as const)
      await byTwo(world, {
        ...{ type: 'obligation.carriedOver', obligationId, kind, ref },
        ...{ amount: cny(amount), owner: 'acquirer-1', basis: 'insolvency' },
        reviewAt: '2026-12-01T00:00:00+08:00',
      })
    await run(world, confirmed, readClosed)
    const of = (obligationId: string) => ({ ...discharged, obligationId })
    const limit = async (obligationId: string) => {
      const [found] = explain(await world.record(), of(obligationId), { at: world.at(), actor: p1 })
      return [found?.code, found?.data?.limit]
    }
    const stillOwed = async () => {
      const { currentlyDue, pastDue } = await answer(world)
      return [...currentlyDue, ...pastDue].flatMap(({ code, ref }) =>
        code === 'OBLIGATION_OPEN' ? [ref] : [],
      )
    }
    await world.tell(p1, {
      type: 'charge.met',
      chargeId: 'deposit-1',
      amount: cny(7_000),
      paymentRef: 'pay-1',
    })
    await back(world, 'r-1', 100_000)
    expect(await stillOwed()).toEqual(['older', 'younger', 'other'])
    expect(await limit('older')).toEqual(['AMOUNT_TOO_HIGH', 20_000])
    expect(await limit('younger')).toEqual([undefined, undefined])
    await back(world, 'r-2', 20_000)
    expect(await stillOwed()).toEqual(['younger', 'other'])
    expect(await limit('older')).toEqual(['OBLIGATION_DISCHARGED', undefined])
    // money on its way is bound, and owed until it has arrived
    const rest = { depositId: 'deposit-1', amount: cny(30_000) } as const
    await byTwo(world, { type: 'refund.ordered', refundId: 'r-3', ...rest })
    expect(await stillOwed()).toEqual(['younger', 'other'])
    expect(await limit('younger')).toEqual(['AMOUNT_TOO_HIGH', 50_000])
    const orderId = await orderOf(world, 'refundDeposit')
    await world.tell(sys, { type: 'refund.failed', depositId: 'deposit-1', orderId, reason: 'closed' })
    await world.tell(p1, of('younger'))
    expect(await stillOwed()).toEqual(['other'])
    await world.refuse(p1, of('older'), 'OBLIGATION_DISCHARGED')
  },

  'of two that outlived the closure of one debt, the one that is discharged takes nothing from the other':
    async (open) => {
      for (const first of ['older', 'younger']) {
        const world = await open()
        await run(world, approved, ...clearingParts.filter((part) => part !== refunded))
        for (const [obligationId, amount] of Object.entries({ older: 120_000, younger: 80_000 }))
          await byTwo(world, {
            ...{ type: 'obligation.carriedOver', obligationId, kind: 'deposit', ref: 'deposit-1' },
            ...{ amount: cny(amount), owner: 'acquirer-1', basis: 'insolvency' },
            reviewAt: '2026-12-01T00:00:00+08:00',
          })
        await run(world, confirmed, readClosed)
        await world.tell(p1, { ...discharged, obligationId: first })
        const other = first === 'older' ? 'younger' : 'older'
        expect(await owed(world)).toMatchObject({
          ref: other,
          amount: cny(other === 'older' ? 120_000 : 80_000),
        })
        await world.tell(p1, { ...discharged, obligationId: other })
        expect(await owed(world)).toBeUndefined()
      }
    },

  'a settlement that outlived the closure is owed until its money has arrived, and bound once it is on its way':
    async (open) => {
      const world = await open()
      const parts = clearingParts.filter((part) => part !== settled)
      await run(world, approved, ...parts)
      await world.tell(sys, {
        ...{ type: 'settlement.stated', statementId: 's-1' },
        ...{ upTo: world.at(), net: cny(500) },
      })
      await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-1' })
      await byTwo(world, {
        ...{ type: 'obligation.carriedOver', obligationId: 'obligation-1', kind: 'settlement', ref: 's-1' },
        ...{ amount: cny(500), owner: 'acquirer-1', basis: 'insolvency' },
        reviewAt: '2026-12-01T00:00:00+08:00',
      })
      await run(world, confirmed, readClosed)
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'p-1', amount: cny(200) })
      await world.refuse(p3, { type: 'payout.ordered', payoutId: 'p-2', amount: cny(301) }, 'AMOUNT_TOO_HIGH')
      await world.tell(p3, { type: 'payout.ordered', payoutId: 'p-2', amount: cny(300) })
      expect(await owed(world)).toMatchObject({ ref: 'obligation-1' })
      await world.refuse(p1, discharged, 'AMOUNT_TOO_HIGH')
      for (const order of (await world.orders()).filter(({ kind }) => kind === 'payOut')) {
        const { payoutId, amount } = order.params as { payoutId: string; amount: number }
        const { orderId } = order
        await world.tell(sys, { type: 'payout.confirmed', payoutId, orderId, amount: cny(amount) })
      }
      expect(await owed(world)).toBeUndefined()
      await world.refuse(p1, discharged, 'OBLIGATION_DISCHARGED')
    },

  'a settlement is carried over by the name of its statement': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts.slice(0, 7))
    await world.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo: world.at(), net: cny(500) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-1' })
    const act = {
      type: 'obligation.carriedOver',
      obligationId: 'o-1',
      kind: 'settlement',
      ref: 'somewhere',
      amount: cny(500),
      owner: 'acquirer-1',
      basis: 'insolvency',
      reviewAt: '2027-01-01T00:00:00Z',
    } as const
    await world.refuse(p1, act, 'NO_STATEMENT', 'SECOND_PERSON_REQUIRED')
    await byTwo(world, { ...act, ref: 's-1' })
  },
}
