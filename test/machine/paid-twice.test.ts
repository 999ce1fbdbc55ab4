import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
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
import { m1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const depositId = 'deposit-1'
const told = (type: 'refund.confirmed' | 'refund.returned', orderId: string, amount: number) =>
  ({ type, depositId, orderId, amount: cny(amount), reason: 'account closed' }) as unknown as LifecycleEvent
const sent = async (world: World, refundId: string): Promise<string> => {
  await byTwo(world, { type: 'refund.ordered', depositId, refundId, amount: cny(200_000) })
  const orderId = await orderOf(world, 'refundDeposit')
  await world.tell(sys, { type: 'order.claimed', orderId })
  return orderId
}
const ready = async (): Promise<World> => {
  const world = openPlay()
  await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
  return world
}
/** The first was told to have failed, and arrived all the same. */
const paidTwice = async () => {
  const world = await ready()
  const first = await sent(world, 'r-1')
  await world.tell(sys, { type: 'order.failed', orderId: first, code: 'REFUSED', retryable: false })
  const second = await sent(world, 'r-2')
  for (const orderId of [first, second]) await world.tell(sys, told('refund.confirmed', orderId, 200_000))
  return { world, first, second }
}
const charges = async (world: World) => Object.values((await world.context()).charges)
const claim = async (world: World): Promise<string> => (await charges(world))[0]?.chargeId ?? ''
const codes = async (world: World) =>
  requirements(await world.record(), { at: world.at(), actor: m1 }).currentlyDue.map(({ code }) => code)

describe('of money that arrived twice', () => {
  for (const which of ['first', 'second'] as const)
    it(`nothing is claimed and nothing is owed when one came back: the ${which} [R-220]`, async () => {
      const { world, ...orders } = await paidTwice()
      expect(await charges(world)).toMatchObject([{ kind: 'overpayment', amount: cny(200_000) }])
      await world.tell(sys, told('refund.returned', orders[which], 200_000))
      expect(await charges(world)).toMatchObject([{ amount: cny(0), status: 'determined' }])
      const open = await codes(world)
      for (const code of ['CHARGES_OUTSTANDING', 'DEPOSIT_NOT_REFUNDED']) expect(open).not.toContain(code)
    })

  it('so much is claimed as did not come back', async () => {
    const { world, first } = await paidTwice()
    await world.tell(sys, told('refund.returned', first, 50_000))
    expect(await charges(world)).toMatchObject([{ amount: cny(150_000) }])
  })

  it('what was paid back already is owed once the other one came back as well', async () => {
    const { world, first } = await paidTwice()
    const chargeId = await claim(world)
    await world.tell(sys, { type: 'charge.met', chargeId, amount: cny(200_000), paymentRef: 'bank-1' })
    await world.tell(sys, told('refund.returned', first, 200_000))
    expect((await world.context()).credit).toBe(200_000)
  })

  it('what was let off is not claimed after all when a part comes back', async () => {
    for (const [stands, left] of [
      [0, 0],
      [30_000, 20_000],
    ] as const) {
      const world = await ready()
      const orderId = await sent(world, 'r-1')
      await world.tell(sys, told('refund.confirmed', orderId, 250_000))
      const chargeId = await claim(world)
      await world.tell(p2, { type: 'charge.determined', chargeId, amount: cny(stands) })
      await world.tell(sys, told('refund.returned', orderId, 10_000))
      expect(await charges(world)).toMatchObject([{ amount: cny(left) }])
    }
  })
})
