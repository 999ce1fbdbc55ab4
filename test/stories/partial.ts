import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import { accountVerified, approved, drained, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { cny } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

/** A payout of 500 is on its way. */
const paying = async (open: OpenWorld): Promise<{ world: World; orderId: string }> => {
  const world = await open()
  await run(world, approved, saleOff, drained, accountVerified)
  await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(500) })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
  await world.tell(p3, { type: 'payout.ordered', payoutId: 'p-1', amount: cny(500) })
  return { world, orderId: await orderOf(world, 'payOut') }
}
const paid = (orderId: string, amount: number, payoutId = 'p-1') =>
  ({ type: 'payout.confirmed', payoutId, orderId, amount: cny(amount) }) as const
const back = (orderId: string, amount: number) =>
  ({
    type: 'payout.returned',
    payoutId: 'p-1',
    orderId,
    amount: cny(amount),
    reason: 'account closed',
  }) as const
const order = (payoutId: string, amount: number) =>
  ({ type: 'payout.ordered', payoutId, amount: cny(amount) }) as const

const open = async (world: World) => {
  const { currentlyDue, pastDue, pendingVerification } = requirements(await world.record(), {
    at: world.at(),
    actor: p1,
  })
  return [...currentlyDue, ...pastDue, ...pendingVerification].map(({ code }) => code)
}

export const partialStories: Stories = {
  'of 500 ordered the bank paid 480: twenty are open, and are paid by another order': async (begin) => {
    const { world, orderId } = await paying(begin)
    const { issues } = await world.tell(sys, paid(orderId, 480))
    expect(issues).toMatchObject([{ code: 'AMOUNT_MISMATCH', data: { told: 480, ordered: 500 } }])
    expect(await open(world)).toContain('OUTSTANDING_BALANCE')
    await world.refuse(p3, order('p-2', 21), 'AMOUNT_TOO_HIGH')
    await world.tell(p3, order('p-2', 20))
    await world.tell(sys, paid(await orderOf(world, 'payOut'), 20, 'p-2'))
    expect(await open(world)).not.toContain('OUTSTANDING_BALANCE')
  },

  'of 500 paid the bank gave 480 back: 480 are owed again, and the twenty when they come back too': async (
    begin,
  ) => {
    const { world, orderId } = await paying(begin)
    await world.tell(sys, paid(orderId, 500))
    const { issues } = await world.tell(sys, back(orderId, 480))
    expect(issues).toMatchObject([{ code: 'AMOUNT_MISMATCH', data: { told: 480, ordered: 500 } }])
    expect(await open(world)).toContain('OUTSTANDING_BALANCE')
    await world.refuse(p3, order('p-2', 481), 'AMOUNT_TOO_HIGH')
    await world.tell(sys, back(orderId, 20))
    await world.tell(p3, order('p-2', 500))
  },

  'two equal parts that the bank gave back are two where it names each, and one that was told twice where it does not [R-196]':
    async (begin) => {
      const silent = await paying(begin)
      await silent.world.tell(sys, paid(silent.orderId, 500))
      await silent.world.tell(sys, back(silent.orderId, 100))
      expect(await silent.world.tell(sys, back(silent.orderId, 100))).toMatchObject({ noop: true })
      await silent.world.refuse(p3, order('p-2', 101), 'AMOUNT_TOO_HIGH')
      const { world, orderId } = await paying(begin)
      await world.tell(sys, paid(orderId, 500))
      const named = (returnRef: string) => ({ ...back(orderId, 100), returnRef })
      await world.tell(sys, named('r-1'))
      await world.tell(sys, named('r-2'))
      // each is known for good, in whichever order they are told again
      for (const again of ['r-1', 'r-2', 'r-1'])
        expect(await world.tell(sys, named(again))).toMatchObject({ noop: true })
      await world.refuse(p3, order('p-2', 201), 'AMOUNT_TOO_HIGH')
      await world.tell(p3, order('p-2', 200))
    },

  'the bank paid more than was ordered: the excess is charged back': async (begin) => {
    const { world, orderId } = await paying(begin)
    await world.tell(sys, paid(orderId, 530))
    const { charges } = await world.context()
    expect(Object.values(charges)).toMatchObject([{ kind: 'overpayment', amount: cny(30) }])
    // it comes back first, and nothing is owed by it
    await world.tell(sys, back(orderId, 30))
    expect(Object.values((await world.context()).charges)).toMatchObject([{ amount: cny(0) }])
    expect(await open(world)).not.toContain('OUTSTANDING_BALANCE')
  },
}
