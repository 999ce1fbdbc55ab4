import { cny, serial, start } from '../support/samples.ts'

import {
  application,
  charge,
  closing,
  deposit,
  device,
  hold,
  inService,
  type Open,
  order,
  orderOf,
  type Stage,
  statement,
  transfer,
} from './lies-kit.ts'

export type { Open, Stage } from './lies-kit.ts'

type Lie = readonly [what: string, stage: Stage, tell: (record: Open) => void]

/** By the invariant that each contradicts. */
export const lies: Readonly<Record<string, readonly Lie[]>> = {
  RECORD_IS_WHOLE: [
    [
      'money that travels in no known way',
      'paying',
      (r) => (orderOf(r, 'payOut').params = { ...orderOf(r, 'payOut').params, method: 'barter' } as never),
    ],
    ['a state that the chart does not have', 'live', (r) => (r.value = { live: { service: 'flying' } })],
    ['a negative amount carried over hides what was taken', 'closed', (r) => (deposit(r).carriedOver = -5)],
    [
      'half a fen is paid',
      'paying',
      (r) => (orderOf(r, 'payOut').params = { ...orderOf(r, 'payOut').params, amount: 0.5 } as never),
    ],
    ['one device stands under two names', 'live', (r) => (r.context.devices.other = device(r))],
  ],
  STATE_FOLLOWS_FACTS: [
    ['given up, and the state says in service', 'ready', (r) => (r.value = inService)],
    ['closed, and the state says so too early', 'ready', (r) => (r.value = 'closed')],
    [
      'under review without an application',
      'live',
      (r) => (r.value = { live: { service: 'inService', application: 'underReview' } }),
    ],
    ['an application that nobody reviews', 'live', (r) => application(r)],
  ],
  I1_NO_SALE_WHILE_LIMITED: [
    ['in service under a hold', 'live', (r) => hold(r)],
    ['in service while a test is owed', 'live', (r) => hold(r, { status: 'cleared' })],
    [
      'switched on under a hold',
      'live',
      (r) => {
        hold(r)
        r.value = { live: { service: { suspended: 'enabling' }, application: 'none' } }
      },
    ],
    [
      'held without a hold',
      'live',
      (r) => (r.value = { live: { service: { suspended: 'held' }, application: 'none' } }),
    ],
  ],
  I4_NO_ORDER_TO_SELL: [
    [
      'an order to sell while it is given up',
      'ready',
      (r) => order(r, 'enableAcceptance', { capabilities: ['sale'] }),
    ],
  ],
  I5_CLOSED_IS_COMPLETE: [
    ['closed with a bound device', 'closed', (r) => (device(r).binding = 'bound')],
    ['closed with its keys loaded', 'closed', (r) => (device(r).keys = 'loaded')],
    [
      'closed with its data on it, and long ago',
      'closed',
      (r) => {
        device(r).erasure = 'none'
        r.version += 5
      },
    ],
  ],
  I5_CLOSED_WITH_NOTHING_OPEN: [
    [
      'an open transaction',
      'closed',
      (r) =>
        (r.context.transactions.t = {
          ref: 't',
          kind: 'preAuth',
          state: 'authorised',
          amount: cny(5),
          occurredAt: start,
          serial: null,
          test: false,
          resolution: null,
        }),
    ],
    [
      'a device that never came back',
      'closed',
      (r) => Object.assign(device(r), { custody: 'merchant', receivedAt: null, inspection: null }),
    ],
    ['no statement', 'closed', (r) => (closing(r).statement = null)],
    [
      'an objection that nobody answered',
      'closed',
      (r) => {
        statement(r).status = 'disputed'
        r.context.payouts = {}
      },
    ],
    ['a settlement that was not paid', 'closed', (r) => (r.context.payouts = {})],
    [
      'a payout on its way',
      'closed',
      (r) => {
        for (const payout of Object.values(r.context.payouts)) payout.status = 'ordered'
      },
    ],
    [
      'an open dispute',
      'closed',
      (r) =>
        (r.context.disputes.d = {
          caseId: 'd',
          amount: cny(5),
          dueAt: start,
          status: 'open',
          liability: null,
          carriedOver: false,
        }),
    ],
    ['a deposit that was not given back', 'closed', (r) => (deposit(r).refunds = {})],
    ['a charge that was not met', 'closed', (r) => charge(r)],
  ],
  I6_DEPOSITS_ADD_UP: [
    ['more deducted than there was', 'closed', (r) => (deposit(r).deductions = { 'charge-1': 1 })],
    [
      'more refunded than there is',
      'live',
      (r) => (deposit(r).refunds = { 'life-1/1/0': { ...transfer, amount: 200_001 } }),
    ],
  ],
  I6_EXCESS_WAS_PAID: [
    [
      'more charged back than was paid',
      'paying',
      (r) => (r.context.payouts['life-1/99/0'] = { ...transfer, excess: 501 }),
    ],
  ],
  I6_ONE_ORDER_A_REFERENCE: [
    [
      'one payout ordered twice',
      'paying',
      (r) => (r.context.payouts['life-1/99/0'] = { ...transfer, status: 'ordered', reference: 'payout-1' }),
    ],
  ],
  I6_SETTLEMENT_PAID_ONCE: [
    [
      'the net paid twice',
      'closed',
      (r) => (r.context.payouts['life-1/99/0'] = { ...transfer, amount: 50_000 }),
    ],
  ],
  I7_CHARGES_NOT_OVERPAID: [
    ['more paid than was charged', 'live', (r) => charge(r, { payments: { 'payment-1': 6 } })],
    ['paid and carried over', 'live', (r) => charge(r, { payments: { 'payment-1': 3 }, carriedOver: 3 })],
  ],
  I8_ERASED_AFTER_BACKUP: [
    ['erased without a copy', 'closed', (r) => (device(r).backup = null)],
    [
      'erased on a copy that nobody read back',
      'closed',
      (r) => Object.assign(device(r).backup ?? {}, { verified: false }),
    ],
  ],
  I8_AUTHORISED_WHILE_ALLOWED: [
    ['a wipe without a copy', 'wiping', (r) => (device(r).backup = null)],
    [
      'a wipe on a stale copy',
      'wiping',
      (r) => Object.assign(device(r).backup ?? {}, { upTo: '2026-01-01T00:00:00Z' }),
    ],
    [
      'a wipe under a preservation order',
      'wiping',
      (r) => hold(r, { caps: ['erasure'], release: 'authority' }),
    ],
    ['a wipe of a device that is not empty', 'wiping', (r) => (device(r).drainedUpTo = null)],
  ],
  I9_WIPED_WHEN_AUTHORISED: [
    [
      'an order to wipe that nobody authorised',
      'ready',
      (r) => order(r, 'eraseDevice', { serial, scope: 'device', procedure: 'wipe-3', authorisedBySeq: 1 }),
    ],
  ],
  I9_UNBOUND_WHEN_EMPTY: [
    [
      'unbinding a device that is not empty',
      'unbinding',
      (r) => Object.assign(device(r), { drainedUpTo: null, erasure: 'none' }),
    ],
  ],
  I10_ACCOUNT_VERIFIED_BY_ANOTHER: [
    [
      'an account that one person entered and verified',
      'paying',
      (r) => Object.assign(r.context.payoutAccount ?? {}, { verifiedBy: 'm1' }),
    ],
  ],
  I10_PAID_TO_AN_ACCOUNT: [
    ['a payout without an account', 'paying', (r) => (r.context.payoutAccount = null)],
    [
      'a cheque that names an account',
      'paying',
      (r) => (orderOf(r, 'payOut').params = { ...orderOf(r, 'payOut').params, method: 'cheque' } as never),
    ],
  ],
  I11_TWO_PEOPLE: [
    [
      'a closure that one person proposed and imposed',
      'ready',
      (r) =>
        (r.context.proposal = {
          proposalId: 'p',
          reason: 'DORMANT',
          basis: 'b',
          proposedBy: 'p1',
          imposedBy: 'p1',
          needsNotice: true,
          appeal: 'none',
        }),
    ],
    [
      'an application approved by who wrote it down',
      'live',
      (r) => {
        application(r, 'p1')
        r.value = { live: { service: 'inService', application: 'underReview' } }
      },
    ],
    [
      'carried over by one person',
      'ready',
      (r) =>
        (r.context.carriedOver.o = {
          obligationId: 'o',
          kind: 'dispute',
          ref: 'd',
          amount: cny(5),
          owner: 'a',
          basis: 'b',
          reviewAt: start,
          by: ['p1', 'p1'],
          discharged: false,
        }),
    ],
    [
      'a remedy verified by who claimed it',
      'live',
      (r) => hold(r, { caps: ['payout'], remedy: { evidence: [], claimedBy: 'p1', verifiedBy: 'p1' } }),
    ],
  ],
  I12_ONE_PHASE_AT_A_TIME: [['an application while it is given up', 'ready', (r) => application(r)]],
  I14_ONE_NAME: [['a record under the name of another', 'live', (r) => (r.lifecycleId = 'life-2')]],
}
