import type { LifecycleInput } from '../../src/machine/index.ts'
import { p1 } from './people.ts'
import { cny, paper, serial, start, terminal } from './samples.ts'

const before = (days: number) => new Date(Date.parse(start) - days * 86_400_000).toISOString()
type Deposit = NonNullable<LifecycleInput['deposits']>[number]
const pledge = (depositId: string, amount = 200_000): Deposit => ({
  ...{ depositId, kind: 'device_pledge', amount: cny(amount), heldBy: 'acquirer-1' },
})
const guarantee: Deposit = { ...pledge('deposit-2', 500_000), kind: 'guarantee' }
const first = { serial, owner: 'provider', tenancy: 'sole' } as const
const second = {
  serial: 'second-7',
  owner: 'provider',
  tenancy: 'sole',
  lastTransactionAt: before(9),
} as const
const holds: LifecycleInput['holds'] = [
  { holdId: 'by-application', code: 'ACCOUNT_ARREARS', chargeId: 'charge-1' },
  { holdId: 'by-evidence', code: 'NETWORK_FAULT' },
  { holdId: 'by-provider', code: 'SYSTEM_MAINTENANCE' },
]
type Hold = NonNullable<LifecycleInput['holds']>[number]
const order = (caps: NonNullable<Hold['caps']>, disclosure: 'open' | 'hidden'): Hold => ({
  ...{ holdId: `order-${disclosure}`, code: 'AUTHORITY_ORDER', caps, orderRef: 'order-7', disclosure },
})

/** Terminals as they come out of a portfolio: several of everything, and half of it not done. */
export const richOpenings: Readonly<Record<string, LifecycleInput>> = {
  'two devices, both deposits': terminal({
    devices: [first, second],
    deposits: [pledge('deposit-1'), pledge('deposit-3', 90_000), guarantee],
  }),
  'a shared device and one of the merchant': terminal({
    devices: [
      { ...first, tenancy: 'shared' },
      { ...second, owner: 'merchant' },
    ],
    deposits: [guarantee],
  }),
  "the agent's device, with an agent": terminal({
    devices: [{ ...first, owner: 'agent' }],
    agent: { agentId: 'agent-1', tasks: ['applications', 'devices', 'tests', 'technicalHolds'] },
  }),
  'an import half done': terminal({
    devices: [
      { ...first, backup: { upTo: before(40), hash: 'a'.repeat(64), verified: false, waived: false } },
      { ...second, role: 'retired', custody: 'received', receivedAt: before(3), drainedUpTo: before(20) },
      { ...second, serial: 'third-8', custody: 'lost', owner: 'merchant' },
    ],
    deposits: [pledge('deposit-1'), guarantee],
    payoutAccount: {
      token: 'account-0',
      name: '青禾便利店',
      changedAt: before(1),
      enteredBy: 'm1',
      verifiedBy: null,
    },
    transactions: [
      {
        ...{ ref: 'hotel', kind: 'preAuth', state: 'authorised', amount: cny(900), occurredAt: before(4) },
        ...{ serial, test: false, resolution: null },
      },
    ],
    documents: { 'business_licence-1': paper('business_licence', 'business_licence-1') },
  }),
  'held by every way out, with charges': terminal({
    holds,
    charges: [
      { chargeId: 'charge-1', kind: 'arrears', amount: cny(7_000) },
      { chargeId: 'charge-2', kind: 'penalty', amount: cny(300_000) },
    ],
    deposits: [pledge('deposit-1', 5_000), guarantee],
  }),
  'under orders of an authority': terminal({
    holds: [order(['payout', 'erasure'], 'open'), order(['sale', 'payout'], 'hidden')],
    devices: [first, second],
  }),
  'an individual without any deposit': terminal({ merchantType: 'individual', deposits: [], openedBy: p1 }),
}
