import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
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
} from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { cny, paper } from '../support/samples.ts'
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
