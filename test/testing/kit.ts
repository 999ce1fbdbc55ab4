import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createMockAcquirer, type MockAcquirer, type MockAcquirerOptions } from '../../src/testing/index.ts'

export const at = '2026-03-02T01:00:00.000Z'
export const terminalRef = 'acquirer-1:898440354110001:10000001'
export const serial = '123-456-789'
export const cny = (amount: number) => ({ amount, currency: 'CNY' })
export const refund = {
  terminalRef,
  depositId: 'deposit-1',
  refundId: 'rf-1',
  amount: cny(200_000),
  method: 'directTransfer' as const,
  accountToken: 'tok-1',
}
export const payout = {
  terminalRef,
  payoutId: 'payout-1',
  amount: cny(5_000),
  method: 'directTransfer' as const,
  accountToken: 'tok-1',
}

export const clientOf = (mock: Pick<MockAcquirer, 'fetch'>) =>
  createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('token'),
    fetch: mock.fetch,
    retry: { delay: 1, throttledDelay: 1 },
  })

export const played = (options: Partial<MockAcquirerOptions> = {}) => {
  const mock = createMockAcquirer({ clock: { now: () => at }, ...options })
  return { mock, client: clientOf(mock) }
}

/** What the acquirer's systems are asked for in a whole closure. */
export const ofClosure = [
  'disableAcceptance',
  'readStatus',
  'uploadBatch',
  'readBackup',
  'eraseDevice',
  'requestStatement',
  'payOut',
  'refundDeposit',
  'unbind',
  'confirmClosure',
  'notify',
] as const
