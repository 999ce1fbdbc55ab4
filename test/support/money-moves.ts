import { byTwo, drained, orderOf, saleOff } from './closure.ts'
import { m1, p1, p2, p3, sys } from './people.ts'
import { cny } from './samples.ts'
import type { World } from './world.ts'

/** Money on every way that it can take: charged, argued about, deducted, paid out, failed, returned, given back. */
export const moneyMoves = async (world: World): Promise<void> => {
  const { tell, at, pass } = world
  await saleOff(world)
  await drained(world)
  const rent = { type: 'charge.raised', kind: 'rental', feeTableVersion: 'standard' } as const
  for (const [chargeId, amount] of Object.entries({ 'charge-1': 20_000, 'charge-2': 9_000, 'charge-3': 500 }))
    await tell(p1, { ...rent, chargeId, amount: cny(amount) })
  await tell(m1, { type: 'charge.disputed', chargeId: 'charge-2', grounds: 'not ours' })
  await tell(p3, {
    type: 'dispute.opened',
    caseId: 'case-1',
    amount: cny(700),
    dueAt: '2027-09-01T00:00:00Z',
  })
  await pass(40)
  const deducted = { type: 'deposit.deducted', depositId: 'deposit-1', chargeId: 'charge-1' } as const
  for (const amount of [5_000, 10_000]) await tell(p2, { ...deducted, amount: cny(amount) })
  await tell(sys, { type: 'charge.met', chargeId: 'charge-1', paymentRef: 'payment-1', amount: cny(5_000) })
  await tell(p2, { type: 'charge.determined', chargeId: 'charge-2', amount: cny(0) })
  await tell(p2, { ...deducted, chargeId: 'charge-3', amount: cny(500) })
  for (const serial of Object.keys((await world.context()).devices))
    await byTwo(world, { type: 'device.declaredUnreturned', serial })
  for (const [refundId, amount] of Object.entries({ 'refund-1': 50_000, 'refund-2': 60_000 })) {
    await byTwo(world, { type: 'refund.ordered', depositId: 'deposit-1', refundId, amount: cny(amount) })
    const told = {
      depositId: 'deposit-1',
      orderId: await orderOf(world, 'refundDeposit'),
      amount: cny(amount),
    }
    await tell(sys, { type: 'refund.confirmed', ...told })
    if (refundId === 'refund-1')
      await tell(sys, { type: 'refund.returned', ...told, reason: 'account closed' })
  }
  await tell(sys, { type: 'settlement.stated', statementId: 'statement-1', upTo: at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(20_000) })
  const payout = { payoutId: 'payout-1', orderId: await orderOf(world, 'payOut') }
  await tell(sys, { type: 'payout.failed', ...payout, reason: 'refused by the bank' })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-2', amount: cny(45_000) })
  await tell(sys, { type: 'payout.confirmed', ...payout, amount: cny(20_000) })
  await tell(p2, { type: 'charge.determined', chargeId: 'charge-1', amount: cny(12_000) })
  await tell(p3, { type: 'dispute.closed', caseId: 'case-1', outcome: 'lost', liability: 'merchant' })
  await tell(sys, { type: 'payout.returned', ...payout, amount: cny(20_000), reason: 'account closed' })
}
