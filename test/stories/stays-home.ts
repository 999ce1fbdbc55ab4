import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  backedUp,
  byTwo,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  over,
  readClosed,
  returned,
  run,
  saleOff,
  unbound,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, serial, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const payOut: LifecycleEvent = { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) }
const giveBack = (amount = 200_000, depositId = 'deposit-1'): LifecycleEvent => ({
  ...{ type: 'refund.ordered', depositId, refundId: `refund-${amount}`, amount: cny(amount) },
})
const charge = (amount: number): LifecycleEvent => ({
  ...{ type: 'charge.raised', chargeId: 'cleaning', kind: 'maintenance', amount: cny(amount) },
  feeTableVersion: 'standard',
})
const kinds = ['payOut', 'refundDeposit'] as const
const order = (world: World, kind: (typeof kinds)[number]) =>
  kind === 'payOut' ? world.tell(p3, payOut) : byTwo(world, giveBack())

/** Closing, with everything done but the money. */
const owing = async (open: OpenWorld, input?: Parameters<OpenWorld>[0]): Promise<World> => {
  const world = await open(input)
  await world.tell(m1, closureRequested())
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
  await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(50_000) })
  await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
  return world
}
const statusOf = async (world: World, kind: (typeof kinds)[number]) => {
  const { orders } = await world.context()
  return orders[await orderOf(world, kind)]?.status
}
const claimed = async (world: World, kind: (typeof kinds)[number]) =>
  world.tell(sys, { type: 'order.claimed', orderId: await orderOf(world, kind) })
const failed = async (world: World, kind: (typeof kinds)[number]): Promise<LifecycleEvent> => {
  const orderId = await orderOf(world, kind)
  await world.tell(sys, { type: 'order.failed', orderId, code: 'BANK_CLOSED', retryable: false })
  return { type: 'order.repeated', orderId }
}
/** What the provider has to do now, each with the day by which. */
const due = async (world: World) => {
  const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
  return currentlyDue.filter(({ code }) => code !== 'DEVICE_STILL_BOUND').map(({ code }) => code)
}

/** Money that was ordered, and would not be ordered like this any more, stays at home as long as nobody has begun to pay it. */
export const staysHomeStories: Stories = {
  'a transfer stays home when its account is changed: what it was for is owed, and the new account is to be verified [R-194 R-195]':
    async (open) => {
      for (const kind of kinds)
        for (const token of ['account-2', 'account-1']) {
          const world = await owing(open)
          await order(world, kind)
          // the same account under another name is looked at anew, too
          await world.tell(m1, { type: 'payoutAccount.changed', token, name: '青禾 便利店' })
          expect(await statusOf(world, kind)).toBe('cancelled')
          expect(await due(world)).toEqual([
            ...['OUTSTANDING_BALANCE', 'DEPOSIT_NOT_REFUNDED', 'ACCOUNT_UNVERIFIED'],
          ])
          const evidence = [paper('payout_account_verification')]
          await world.tell(p3, { type: 'payoutAccount.verified', token, evidence })
          await world.pass(2)
          await order(world, kind)
          await claimed(world, kind)
        }
    },

  'a transfer that somebody has begun goes on where it was sent, and no other money is stopped by an account [R-195]':
    async (open) => {
      for (const kind of kinds) {
        const world = await owing(open)
        await order(world, kind)
        await claimed(world, kind)
        await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
        expect(await statusOf(world, kind)).toBe('ordered')
      }
      const world = await owing(open)
      await byTwo(world, { ...giveBack(), method: 'cheque' } as LifecycleEvent)
      await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
      await claimed(world, 'refundDeposit')
    },

  'a refund stays home when more is charged than it leaves of the deposit, and what is charged is taken first [R-220 R-228]':
    async (open) => {
      const world = await owing(open)
      await order(world, 'refundDeposit')
      await world.tell(p1, charge(2_000))
      expect(await statusOf(world, 'refundDeposit')).toBe('cancelled')
      expect(await due(world)).toEqual(['OUTSTANDING_BALANCE', 'CHARGES_OUTSTANDING', 'DEPOSIT_NOT_REFUNDED'])
      await world.pass(30)
      const taken = { type: 'deposit.deducted', depositId: 'deposit-1', chargeId: 'cleaning' } as const
      await world.tell(p2, { ...taken, amount: cny(2_000) })
      await byTwo(world, giveBack(198_000))
      await claimed(world, 'refundDeposit')
    },

  'a refund that leaves enough for what is charged goes on, and so does one that somebody has begun [R-220]':
    async (open) => {
      const enough = await owing(open)
      await byTwo(enough, giveBack(198_000))
      await enough.tell(p1, charge(2_000))
      await claimed(enough, 'refundDeposit')
      const begun = await owing(open)
      await order(begun, 'refundDeposit')
      await claimed(begun, 'refundDeposit')
      await begun.tell(p1, charge(2_000))
      expect(await statusOf(begun, 'refundDeposit')).toBe('ordered')
    },

  'a pledge stays home when another look finds what is to be paid for, or the device is gone after all [R-223 R-227]':
    async (open) => {
      const found = await owing(open)
      await order(found, 'refundDeposit')
      const looked = { type: 'device.inspected', serial } as const
      const damage = { cause: 'human', description: 'the display is broken' } as const
      await found.tell(p2, { ...looked, accessories: [], condition: 'damaged', damage })
      expect(await statusOf(found, 'refundDeposit')).toBe('cancelled')
      await found.tell(p1, { type: 'act.proposed', act: giveBack() as never })
      await found.refuse(p2, giveBack(), 'DAMAGE_UNDECIDED')
      const gone = await owing(open)
      await order(gone, 'refundDeposit')
      await gone.tell(p1, { type: 'device.lost', serial, kind: 'lost' })
      expect(await statusOf(gone, 'refundDeposit')).toBe('cancelled')
    },

  'what failed is ordered again only as it would be ordered: nothing owed, and agreed to [R-194 R-220]':
    async (open) => {
      const world = await owing(open)
      await order(world, 'refundDeposit')
      const refund = await failed(world, 'refundDeposit')
      await world.tell(p1, charge(2_000))
      await world.refuse(p1, refund, 'CHARGES_OUTSTANDING')
      await world.tell(m1, { type: 'charge.disputed', chargeId: 'cleaning', grounds: 'it was clean' })
      await world.refuse(p1, refund, 'AMOUNT_TOO_HIGH')
      await order(world, 'payOut')
      const payout = await failed(world, 'payOut')
      const stated = { type: 'settlement.stated', statementId: 's2', net: cny(60_000) } as const
      await world.tell(sys, { ...stated, upTo: world.at() })
      await world.refuse(p1, payout, 'SETTLEMENT_NOT_CONFIRMED')
      await world.tell(m1, { type: 'settlement.confirmed', statementId: 's2' })
      await world.tell(p1, payout)
      await claimed(world, 'payOut')
    },

  'a guarantee stays home when a later sale is told of, and an open case keeps it by a hold of the money alone [R-220 OQ-12]':
    async (open) => {
      const guarantee = {
        depositId: 'g',
        kind: 'guarantee',
        amount: cny(1_000),
        heldBy: 'acquirer-1',
      } as const
      const world = await owing(open, terminal({ deposits: [guarantee] }))
      await world.pass(200)
      await byTwo(world, giveBack(1_000, 'g'))
      const opened = { type: 'dispute.opened', caseId: 'case-1', amount: cny(700) } as const
      await world.tell(sys, { ...opened, dueAt: world.at() })
      // a case is no claim until it is lost
      expect(await statusOf(world, 'refundDeposit')).toBe('ordered')
      const held = { type: 'hold.placed', holdId: 'case', code: 'ACCOUNT_DISPUTE', caps: ['payout'] } as const
      await world.tell(p1, held)
      expect(await statusOf(world, 'refundDeposit')).toBe('cancelled')
      await world.tell(p2, { type: 'hold.rescinded', holdId: 'case', reason: 'the bank has withdrawn it' })
      await byTwo(world, giveBack(1_000, 'g'))
      const sale = { ref: 'late', kind: 'sale', state: 'settled', amount: cny(100), serial } as const
      await world.tell(sys, { type: 'transaction.reported', ...sale, occurredAt: world.at() })
      expect(await statusOf(world, 'refundDeposit')).toBe('cancelled')
    },

  'after the closure what keeps money back is asked for beside it: an account that nobody has verified, a hold [R-194 OQ-12]':
    async (open) => {
      const world = await owing(open)
      await byTwo(world, over('o-s', 'settlement', 's', 50_000))
      await byTwo(world, over('o-d', 'deposit', 'deposit-1', 200_000))
      await run(world, unbound, confirmed, readClosed)
      const shown = async (...codes: string[]) =>
        expect(await due(world)).toEqual(['OBLIGATION_OPEN', 'OBLIGATION_OPEN', ...codes])
      await shown()
      await order(world, 'payOut')
      await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
      expect(await statusOf(world, 'payOut')).toBe('cancelled')
      await shown('ACCOUNT_UNVERIFIED')
      const held = { type: 'hold.placed', holdId: 'case', code: 'ACCOUNT_DISPUTE', caps: ['payout'] } as const
      await world.tell(p1, held)
      await shown('FUNDS_HELD', 'ACCOUNT_UNVERIFIED')
    },
}
