import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  byTwo,
  clearingParts,
  confirmed,
  orderOf,
  readClosed,
  run,
  saleOff,
} from '../support/closure.ts'
import { p1, p3, sys } from '../support/people.ts'
import { cny, paper, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const opened = (amount: number): LifecycleEvent => ({
  type: 'dispute.opened',
  caseId: 'case-1',
  amount: cny(amount),
  dueAt: '2026-09-01T00:00:00+08:00',
})
const lost = { type: 'dispute.closed', caseId: 'case-1', outcome: 'lost', liability: 'merchant' } as const
const won = { type: 'dispute.closed', caseId: 'case-1', outcome: 'won', liability: 'provider' } as const
const chargeId = 'dispute:case-1'

/** The case of 5.00 is decided after the closure. */
const over = {
  type: 'obligation.carriedOver',
  obligationId: 'over-1',
  kind: 'dispute',
  ref: 'case-1',
  amount: cny(500),
  owner: 'acquirer-1',
  basis: 'the scheme decides next year',
  reviewAt: '2026-12-01T00:00:00+08:00',
} as const

/** Lost over 5.00, and the merchant has paid. */
const lostAndPaid = async (world: World): Promise<void> => {
  await run(world, approved, saleOff)
  await world.tell(p1, opened(500))
  await world.tell(p1, lost)
  await world.tell(sys, { type: 'charge.met', chargeId, amount: cny(500), paymentRef: 'bank-1' })
}

export const claimStories: Stories = {
  'a case that is opened again and lost for more leaves what was paid as paid': async (open) => {
    const world = await open()
    await lostAndPaid(world)
    await world.tell(p1, opened(600))
    await world.tell(p1, lost)
    const { charges, deadlines } = await world.context()
    expect(charges[chargeId]).toMatchObject({
      amount: cny(600),
      payments: { 'bank-1': 500 },
      status: 'raised',
    })
    expect(deadlines[`chargeObjection:${chargeId}`]?.status).toBe('running')
    await world.pass(40)
    const rest = { type: 'deposit.deducted', depositId: 'deposit-1', chargeId, amount: cny(101) } as const
    await world.refuse(p3, rest, 'AMOUNT_TOO_HIGH')
    await world.tell(p3, { ...rest, amount: cny(100) })
  },

  'a case that was carried over and comes up again, or is won, is not owed twice': async (open) => {
    for (const again of [[opened(600), lost], [won]]) {
      const world = await open()
      await run(world, approved, saleOff)
      await world.tell(p1, opened(500))
      await byTwo(world, over)
      for (const event of again) await world.tell(p1, event)
      const { carriedOver, charges } = await world.context()
      expect(carriedOver['over-1']?.amount).toEqual(cny(0))
      expect(charges[chargeId]?.amount).toEqual(again.length > 1 ? cny(600) : undefined)
    }
  },

  'a case that is over is not carried over: nothing is owed for one that was won, and one that was lost is a charge':
    async (open) => {
      for (const end of [lost, won]) {
        const world = await open()
        await run(world, approved, saleOff)
        await world.tell(p1, opened(500))
        await world.tell(p1, end)
        await world.tell(p1, { type: 'act.proposed', act: over })
        await world.refuse(p3, over, 'DISPUTE_UNKNOWN')
      }
    },

  'a case that is opened again and won gives back what was paid for it': async (open) => {
    const world = await open()
    await lostAndPaid(world)
    await world.tell(p1, opened(500))
    await world.tell(p1, won)
    const { charges, credit } = await world.context()
    expect(charges[chargeId]).toMatchObject({ amount: cny(0), status: 'determined' })
    expect(credit).toBe(500)
  },

  'a case that is won after the end, for which the merchant has paid, is somebody’s until it has its money back [OQ-12 R-178]':
    async (open) => {
      const evidence = [paper('payment_proof')]
      const ways: readonly ((world: World) => Promise<void>)[] = [
        // charged and met before the end
        async (world) => {
          await lostAndPaid(world)
          await run(world, ...clearingParts.slice(1), confirmed, readClosed)
        },
        // carried over, and settled since
        async (world) => {
          await run(world, approved, saleOff)
          await world.tell(p1, opened(500))
          await byTwo(world, over)
          await run(world, ...clearingParts.slice(1), confirmed, readClosed)
          await world.tell(p1, { type: 'obligation.discharged', obligationId: 'over-1', evidence })
        },
      ]
      for (const pay of ways) {
        const world = await open()
        await pay(world)
        expect(await world.value()).toBe('closed')
        await world.tell(p1, won)
        const item = (await world.context()).tail.findLast(({ kind }) => kind === 'dispute.closed')
        expect(item).toMatchObject({ ref: 'case-1', open: true })
        const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
        expect(currentlyDue).toMatchObject([{ code: 'FOLLOW_UP_OPEN', ref: `late:${item?.eventSeq}` }])
        await world.tell(p1, { type: 'followUp.done', followUpId: `late:${item?.eventSeq}` })
        expect((await world.context()).tail.filter((one) => one.open)).toEqual([])
      }
    },

  'a payout that the bank sends back after the end is ordered once more': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts)
    const orderId = await orderOf(world, 'payOut')
    await run(world, confirmed, readClosed)
    const told = { payoutId: 'payout-1', orderId, amount: cny(50_000) } as const
    await world.tell(sys, { type: 'payout.returned', ...told, reason: 'account closed' })
    const { orders } = await world.tell(p3, {
      type: 'payout.ordered',
      payoutId: 'payout-2',
      amount: cny(50_000),
    })
    expect(orders).toMatchObject([{ kind: 'payOut', params: { payoutId: 'payout-2', amount: 50_000 } }])
    expect(await world.value()).toBe('closed')
  },

  'a device that came back dead while closing has its open items written off by two people': async (open) => {
    const world = await open()
    await run(world, approved, saleOff)
    const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution', seal })
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1', bagNo: 'bag-1' })
    const totals = { hostTotals: { count: 3, total: cny(3_000) } }
    await byTwo(world, {
      type: 'device.declaredUnreadable',
      serial,
      assessment: 'it does not switch on',
      ...totals,
    })
    expect((await world.context()).devices[serial]).toMatchObject({ unreadable: true, writtenOff: true })
  },
}
