import { expect, it } from 'vitest'
import { LifecycleEvent } from '../../src/schemas/index.ts'

const events = {
  'payout.ordered': { payoutId: 'payout-1' },
  'refund.ordered': { depositId: 'deposit-1', refundId: 'refund-1' },
  'deposit.deducted': { depositId: 'deposit-1', chargeId: 'fee-1' },
  'charge.met': { chargeId: 'fee-1', paymentRef: 'payment-1' },
}

it.each(Object.entries(events))('%s moves some money: an amount of nothing is refused', (type, rest) => {
  const of = (amount: number) =>
    LifecycleEvent.safeParse({ type, ...rest, amount: { amount, currency: 'CNY' } })
  expect(of(1).success).toBe(true)
  expect(of(0).error?.issues.map(({ path }) => path.join('.'))).toEqual(['amount.amount'])
})

it('a charge may still be determined to nothing: that waives it', () => {
  const waived = { type: 'charge.determined', chargeId: 'fee-1', amount: { amount: 0, currency: 'CNY' } }
  expect(LifecycleEvent.safeParse(waived).success).toBe(true)
})
