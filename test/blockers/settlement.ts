import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { agreed, carried, paid, payout, placed, rescinded, stated, transaction } from './acts.ts'
import { corrected, issue, obliged, owes, refused, story } from './kit.ts'

const confirm = { type: 'settlement.confirmed', statementId: 'statement-1' } as const
const dispute = {
  type: 'dispute.opened',
  caseId: 'case-1',
  amount: cny(3_000),
  dueAt: '2026-09-01T00:00:00+08:00',
} as const
const account = (name: string) => ({ type: 'payoutAccount.changed', token: 'account-1', name }) as const
const checked = {
  type: 'payoutAccount.verified' as const,
  token: 'account-1',
  evidence: [paper('payout_account_verification')],
}
const state = ({ tell, at }: World) => tell(p3, stated('statement-1', at()))
const ordered = async (world: World): Promise<string> => {
  await world.tell(p3, payout())
  return orderOf(world, 'payOut')
}

export const settlementClearings = {
  NO_STATEMENT: story(async (world) => {
    await run(world, approved)
    return obliged(world, () => state(world))
  }),
  TOTAL_MISMATCH: story(async (world) => {
    await run(world, approved)
    const parts = { gross: cny(51_000), fees: cny(900) }
    const wrong = { ...stated('statement-1', world.at()), ...parts } as LifecycleEvent
    const right = { ...wrong, fees: cny(1_000) } as LifecycleEvent
    return corrected(world, p3, wrong, right)
  }),
  STATEMENT_STALE: story(async (world) => {
    await run(world, approved)
    await state(world)
    await world.tell(sys, transaction('settled', world.at()))
    return obliged(world, () => world.tell(p3, stated('statement-2', world.at())))
  }),
  SETTLEMENT_NOT_CONFIRMED: story(async (world) => {
    await run(world, approved)
    await state(world)
    return obliged(world, () => world.tell(m1, confirm))
  }),
  SETTLEMENT_DISPUTED: story(async (world) => {
    await run(world, approved)
    await state(world)
    await world.tell(m1, { ...confirm, type: 'settlement.disputed', grounds: 'a day is missing' })
    return obliged(world, () => world.tell(p3, stated('statement-2', world.at(), 60_000)))
  }),
  OUTSTANDING_BALANCE: story(async (world) => {
    await run(world, approved, accountVerified, agreed)
    return obliged(world, () => world.tell(p3, payout()))
  }),
  PAYOUT_PENDING: story(async (world) => {
    await run(world, approved, accountVerified, agreed)
    const orderId = await ordered(world)
    return obliged(world, () => world.tell(sys, paid(orderId)))
  }),
  PAYOUT_UNKNOWN: issue(async (world) => {
    await run(world, approved, accountVerified, agreed)
    return {
      report: () => world.tell(sys, paid('life-1/99/0')),
      isWrong: async () => Object.keys((await world.context()).payouts).length === 0,
      act: () => world.tell(p3, payout()),
    }
  }),
  ACCOUNT_UNVERIFIED: story(async (world) => {
    await run(world, approved, agreed)
    return refused(world, p3, payout(), async () => {
      await world.tell(m1, account('青禾便利店'))
      await world.tell(p3, checked)
    })
  }),
  NAME_MISMATCH: story(async (world) => {
    await world.tell(m1, account('别家商店'))
    return refused(world, p3, checked, () => world.tell(m1, account('青禾便利店')))
  }),
  COOLING_OFF: story(async (world) => {
    await run(world, approved, agreed)
    await world.tell(m1, account('青禾便利店'))
    await world.tell(p3, checked)
    return refused(world, p3, payout(), () => world.pass(2))
  }),
  FUNDS_HELD: story(async (world) => {
    await run(world, approved, accountVerified, agreed)
    await world.tell(p1, placed('funds', 'SETTLEMENT_ACCOUNT_CHANGED'))
    return refused(world, p3, payout(), () => world.tell(p2, rescinded('funds')))
  }),
  AMOUNT_TOO_HIGH: story(async (world) => {
    await run(world, approved, accountVerified, agreed)
    return corrected(world, p3, payout('payout-1', 50_001), payout())
  }),
  PAID_TWICE: issue(async (world) => {
    await run(world, approved, saleOff, accountVerified, agreed)
    const first = await ordered(world)
    await world.tell(sys, { type: 'payout.failed', payoutId: 'payout-1', orderId: first, reason: 'timeout' })
    await world.tell(p3, payout('payout-2'))
    await world.tell(sys, paid(await orderOf(world, 'payOut'), 'payout-2'))
    return {
      report: () => world.tell(sys, paid(first)),
      isWrong: owes(world, 'CHARGES_OUTSTANDING'),
      act: async () => {
        const { charges } = await world.context()
        const [chargeId = ''] = Object.keys(charges)
        const payment = {
          type: 'charge.met',
          chargeId,
          amount: cny(50_000),
          paymentRef: 'payment-1',
        } as const
        await world.tell(p3, payment)
      },
    }
  }),
  AMOUNT_MISMATCH: issue(async (world) => {
    await run(world, approved, accountVerified, agreed)
    const orderId = await ordered(world)
    return {
      report: () => world.tell(sys, paid(orderId, 'payout-1', 40_000)),
      isWrong: owes(world, 'OUTSTANDING_BALANCE'),
      act: async () => {
        await world.tell(p3, { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(10_000) })
        await world.tell(p3, paid(await orderOf(world, 'payOut'), 'payout-2', 10_000))
      },
    }
  }),
  DISPUTE_OPEN: story(async (world) => {
    await run(world, approved)
    await world.tell(p1, dispute)
    return obliged(world, () =>
      world.tell(p1, { type: 'dispute.closed', caseId: 'case-1', outcome: 'won', liability: 'provider' }),
    )
  }),
  DISPUTE_UNKNOWN: story(async (world) => {
    await run(world, approved)
    return refused(world, p2, carried({ kind: 'dispute', ref: 'case-1', amount: cny(3_000) }), () =>
      world.tell(p1, dispute),
    )
  }),
}
