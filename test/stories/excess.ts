import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, over, run, saleOff } from '../support/closure.ts'
import { p1, p2, p3, sys } from '../support/people.ts'
import { cny, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const chargeId = 'penalty-1'
const raised = (id: string, amount: number): LifecycleEvent => ({
  type: 'charge.raised',
  chargeId: id,
  kind: 'penalty',
  amount: cny(amount),
  feeTableVersion: 'none',
})
const determined = (amount: number): LifecycleEvent => ({
  type: 'charge.determined',
  chargeId,
  amount: cny(amount),
})
const met = (paymentRef: string, amount: number): LifecycleEvent => ({
  type: 'charge.met',
  chargeId,
  paymentRef,
  amount: cny(amount),
})
const deducted = (depositId: string, amount: number): LifecycleEvent => ({
  type: 'deposit.deducted',
  depositId,
  chargeId,
  amount: cny(amount),
})
const deposits = (['deposit-1', 'deposit-2'] as const).map(
  (depositId) => ({ depositId, kind: 'device_pledge', amount: cny(200_000), heldBy: 'acquirer-1' }) as const,
)

/** 300.00: 100.00 from one deposit, 120.00 from the other one, and twice something from the merchant itself. */
const metByAll = async (open: OpenWorld): Promise<World> => {
  const world = await open(terminal({ deposits }))
  await run(world, approved)
  await world.tell(p1, raised(chargeId, 30_000))
  await world.pass(40)
  await world.tell(p2, deducted('deposit-1', 10_000))
  await world.tell(sys, met('by-bank-deposit-1', 2_000))
  await world.tell(p2, deducted('deposit-2', 12_000))
  await world.tell(sys, met('bank-2', 6_000))
  return world
}
const books = async (world: World) => {
  const { charges, deposits: held, credit } = await world.context()
  const taken = Object.values(held).map(({ deductions }) => deductions[chargeId])
  return { paid: charges[chargeId]?.payments, taken, credit }
}

/** What was met beyond a charge goes back to whence it came, and no further. */
export const excessStories: Stories = {
  'what a charge took too much goes back to the deposits first, one after the other': async (open) => {
    const world = await metByAll(open)
    await world.tell(p3, determined(15_000))
    expect(await books(world)).toEqual({
      paid: {
        'deposit:deposit-1': 0,
        'by-bank-deposit-1': 2_000,
        'deposit:deposit-2': 7_000,
        'bank-2': 6_000,
      },
      taken: [0, 7_000],
      credit: 0,
    })
  },

  'what the deposits do not account for is owed to the merchant, and leaves its payments in their order':
    async (open) => {
      const world = await metByAll(open)
      await world.tell(p3, determined(5_000))
      expect(await books(world)).toEqual({
        paid: { 'deposit:deposit-1': 0, 'by-bank-deposit-1': 0, 'deposit:deposit-2': 0, 'bank-2': 5_000 },
        taken: [0, 0],
        credit: 3_000,
      })
    },

  'a charge that comes to less lowers what was carried over of it, and of nothing else': async (open) => {
    const world = await open(terminal({ deposits }))
    await run(world, approved, saleOff)
    // one that bears the name of a deposit is not that deposit
    for (const id of ['deposit-1', 'rent']) await world.tell(p1, raised(id, 10_000))
    await world.pass(40)
    await byTwo(world, over('deposit', 'deposit', 'deposit-1', 9_000))
    await byTwo(world, over('rent', 'charge', 'rent', 10_000))
    await byTwo(world, over('charge', 'charge', 'deposit-1', 10_000))
    await world.tell(p3, { type: 'charge.determined', chargeId: 'deposit-1', amount: cny(4_000) })
    const { carriedOver } = await world.context()
    expect(
      Object.values(carriedOver).map(({ obligationId, amount }) => [obligationId, amount.amount]),
    ).toEqual([
      ['deposit', 9_000],
      ['rent', 10_000],
      ['charge', 4_000],
    ])
  },

  'who lost a case first made the claim; who loses it again, for no more, made none': async (open) => {
    const world = await open()
    const opened = (amount: number): LifecycleEvent => ({
      type: 'dispute.opened',
      caseId: 'c',
      amount: cny(amount),
      dueAt: '2026-09-01T00:00:00+08:00',
    })
    const lost = { type: 'dispute.closed', caseId: 'c', outcome: 'lost', liability: 'merchant' } as const
    const claimant = async () => (await world.context()).charges['dispute:c']?.raisedBy
    for (const [person, amount, by] of [
      [p1, 500, 'p1'],
      [p2, 500, 'p1'],
      [p3, 501, 'p3'],
    ] as const) {
      await world.tell(person, opened(amount))
      await world.tell(person, lost)
      expect(await claimant()).toBe(by)
    }
  },
}
