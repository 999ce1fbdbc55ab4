import { expect } from 'vitest'
import { openObligations } from '../../src/machine/clearing/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, clearingParts, orderOf, refunded, run, settled } from '../support/closure.ts'
import { m1, p3, sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

/** Money of both kinds: how it is ordered, and what is told of an order. */
interface Kind {
  readonly order: (world: World, name: string, amount?: number) => Promise<string>
  readonly told: (
    state: 'confirmed' | 'failed' | 'returned',
    orderId: string,
    amount?: number,
  ) => LifecycleEvent
  readonly owed: (world: World) => Promise<string[]>
}

const whole = 50_000
const stillOwed = async (world: World): Promise<string[]> =>
  openObligations(await world.context()).map(({ code, data }) => `${code} ${data?.amount ?? ''}`.trim())

const payouts: Kind = {
  order: async (world, payoutId, amount = whole) => {
    await world.tell(p3, { type: 'payout.ordered', payoutId, amount: cny(amount) })
    return orderOf(world, 'payOut')
  },
  told: (state, orderId, amount = whole) => {
    const about = { payoutId: 'any', orderId } as const
    if (state === 'confirmed') return { type: 'payout.confirmed', ...about, amount: cny(amount) }
    const reason = 'the account is closed'
    return state === 'failed'
      ? { type: 'payout.failed', ...about, reason }
      : { type: 'payout.returned', ...about, amount: cny(amount), reason }
  },
  owed: stillOwed,
}
const refunds: Kind = {
  order: async (world, refundId, amount = whole) => {
    await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId, amount: cny(amount) })
    return orderOf(world, 'refundDeposit')
  },
  told: (state, orderId, amount = whole) => {
    const about = { depositId: 'deposit-1', orderId } as const
    if (state === 'confirmed') return { type: 'refund.confirmed', ...about, amount: cny(amount) }
    const reason = 'the account is closed'
    return state === 'failed'
      ? { type: 'refund.failed', ...about, reason }
      : { type: 'refund.returned', ...about, amount: cny(amount), reason }
  },
  owed: stillOwed,
}

/** All is done but this money: 500.00 of it are owed. */
const owing = async (open: OpenWorld, kind: Kind): Promise<World> => {
  const world = await open()
  const parts = clearingParts.filter((part) => part !== (kind === payouts ? settled : refunded))
  if (kind === payouts) {
    await run(world, approved, ...parts)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(whole) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
    return world
  }
  await run(world, approved, ...parts)
  await kind.told('confirmed', await kind.order(world, 'most', 150_000), 150_000)
  await world.tell(sys, kind.told('confirmed', await orderOf(world, 'refundDeposit'), 150_000))
  return world
}
/** The first order is said to have failed, and the same is ordered once more. */
const again = async (world: World, { order, told }: Kind): Promise<readonly [string, string]> => {
  const first = await order(world, 'first')
  await world.tell(sys, told('failed', first))
  return [first, await order(world, 'second')]
}
const statusOf = async ({ orders }: World, orderId: string) =>
  (await orders()).find((order) => order.orderId === orderId)?.status
const charged = async ({ context }: World) =>
  Object.values((await context()).charges).map(({ amount }) => amount.amount)

const both = (
  title: string,
  story: (world: World, kind: Kind) => Promise<void>,
): readonly (readonly [string, (open: OpenWorld) => Promise<void>])[] => [
  [`${title}: a payout [R-196]`, async (open) => story(await owing(open, payouts), payouts)],
  [`${title}: a refund [R-220]`, async (open) => story(await owing(open, refunds), refunds)],
]

/** An order was given up for another one, and went out all the same. */
export const doubledStories: Stories = Object.fromEntries([
  ...both('what arrived after all is not begun a second time', async (world, kind) => {
    const [first, second] = await again(world, kind)
    const { issues } = await world.tell(sys, kind.told('confirmed', first))
    expect(issues).toMatchObject([{ code: 'PAID_TWICE', data: { excess: 0 } }])
    expect(await statusOf(world, second)).toBe('cancelled')
    await world.refuse(sys, { type: 'order.claimed', orderId: second }, 'ORDER_ENDED')
    expect(await charged(world)).toEqual([])
    expect(await kind.owed(world)).toEqual([])
  }),
  ...both(
    'what somebody has begun beside it is charged when it has arrived, not before',
    async (world, kind) => {
      const [first, second] = await again(world, kind)
      await world.tell(sys, { type: 'order.claimed', orderId: second })
      await world.tell(sys, kind.told('confirmed', first))
      expect(await charged(world)).toEqual([])
      expect(await kind.owed(world)).toEqual([kind === payouts ? 'PAYOUT_PENDING' : 'REFUND_PENDING'])
      const { issues } = await world.tell(sys, kind.told('confirmed', second))
      expect(issues).toMatchObject([{ code: 'PAID_TWICE', data: { excess: whole } }])
      expect(await charged(world)).toEqual([whole])
      await world.tell(sys, kind.told('returned', second))
      expect(await charged(world)).toEqual([0])
      expect(await kind.owed(world)).toEqual([])
    },
  ),
  ...both('what failed beside it was never paid, and nobody owes it', async (world, kind) => {
    const [first, second] = await again(world, kind)
    await world.tell(sys, { type: 'order.claimed', orderId: second })
    await world.tell(sys, kind.told('confirmed', first))
    await world.tell(sys, kind.told('failed', second))
    expect(await charged(world)).toEqual([])
    expect(await kind.owed(world)).toEqual([])
    // it went out in the end as well
    await world.tell(sys, kind.told('confirmed', second))
    expect(await charged(world)).toEqual([whole])
  }),
  ...both('what comes back leaves the place to what is on its way', async (world, kind) => {
    const [first, second] = await again(world, kind)
    await world.tell(sys, { type: 'order.claimed', orderId: second })
    await world.tell(sys, kind.told('confirmed', first))
    await world.tell(sys, kind.told('returned', first))
    await world.tell(sys, kind.told('confirmed', second))
    expect(await charged(world)).toEqual([])
    expect(await kind.owed(world)).toEqual([])
  }),
])
