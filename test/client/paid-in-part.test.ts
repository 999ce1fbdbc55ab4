import { expect, it } from 'vitest'
import { acquirerServices } from '../../src/client/index.ts'
import { json, scripted } from './kit.ts'

const orderId = 'lc-1/4/0'
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const call = {
  orderId,
  idempotencyKey: orderId,
  attempt: 1,
  identity: { lifecycleId: 'lc-1', acquirerId: 'a', merchantId: 'm', terminalId: 't', currency: 'CNY' },
  orderedAt: '2026-03-02T01:00:00.000Z',
  signal: new AbortController().signal,
}
const partly = { status: 'done', reference: 'r-1', amount: cny(9), paid: cny(4) }

it('a payout that moved less than was ordered is told as what it moved', async () => {
  const { client } = scripted([json({ ...partly, payoutId: 'p-1' })])
  const order = { payoutId: 'p-1', amount: 9, method: 'directTransfer', accountToken: 'tok' } as const
  expect(await acquirerServices(client).payOut(order, call)).toEqual([
    { type: 'payout.confirmed', payoutId: 'p-1', orderId, amount: cny(4) },
  ])
})

it('a refund that moved less than was ordered is told as what it moved', async () => {
  const { client } = scripted([json({ ...partly, depositId: 'd-1' })])
  const order = {
    depositId: 'd-1',
    refundId: 'rf-1',
    amount: 9,
    method: 'originalRoute',
    accountToken: null,
  } as const
  expect(await acquirerServices(client).refundDeposit(order, call)).toEqual([
    { type: 'refund.confirmed', depositId: 'd-1', orderId, amount: cny(4) },
  ])
})
