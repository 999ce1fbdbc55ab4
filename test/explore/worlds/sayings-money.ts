import { cny, paper } from '../../support/samples.ts'
import { byTwo, type Sayings, says, serial } from '../sayings-kit.ts'

const statementId = 'statement-1'
const stated = (id: string, net: number) =>
  ({ type: 'settlement.stated', statementId: id, upTo: '$now', net: cny(net) }) as const
const payout = { payoutId: 'payout-1', orderId: '$transfer payOut' }
const refund = { depositId: 'deposit-1', orderId: '$transfer refundDeposit' }
const carried = (kind: 'settlement' | 'charge' | 'deposit' | 'dispute', ref: string, amount: number) =>
  byTwo({
    type: 'obligation.carriedOver',
    obligationId: `later-${kind}-${amount}`,
    kind,
    ref,
    amount: cny(amount),
    owner: 'acquirer-1',
    basis: 'agreement',
    reviewAt: '$in 60',
  })
const charge = { chargeId: 'fee-1' } as const

export const moneySayings: Sayings = {
  'stated 2': says('systems', stated(statementId, 2)),
  'stated 0': says('systems', stated('statement-0', 0)),
  'stated -1': says('systems', stated('statement-x', -1)),
  agreed: says('merchant', { type: 'settlement.confirmed', statementId }),
  'agreed 0': says('merchant', { type: 'settlement.confirmed', statementId: 'statement-0' }),
  'agreed -1': says('merchant', { type: 'settlement.confirmed', statementId: 'statement-x' }),
  objected: says('merchant', { type: 'settlement.disputed', statementId, grounds: 'a day is missing' }),
  ...Object.fromEntries(
    [statementId, 'statement-0', 'statement-x'].map((id) => [
      `deemed ${id}`,
      byTwo({ type: 'settlement.deemedAccepted', statementId: id, proof: paper('service_of_notice') }),
    ]),
  ),
  'payout 2': says('third', { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(2) }),
  'payout 1': says('third', { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(1) }),
  paid: says('systems', { type: 'payout.confirmed', ...payout, amount: cny(2) }),
  'paid 1': says('systems', { type: 'payout.confirmed', ...payout, amount: cny(1) }),
  'payout failed': says('systems', { type: 'payout.failed', ...payout, reason: 'refused' }),
  'payout returned': says('systems', {
    type: 'payout.returned',
    ...payout,
    amount: cny(2),
    reason: 'closed',
  }),
  'account given': says('merchant', {
    type: 'payoutAccount.changed',
    token: 'account-1',
    name: '青禾便利店',
  }),
  'account verified': says('third', {
    type: 'payoutAccount.verified',
    token: 'account-1',
    evidence: [paper('payout_account_verification')],
  }),

  charged: says('clerk', {
    type: 'charge.raised',
    ...charge,
    kind: 'rental',
    amount: cny(1),
    feeTableVersion: 'standard',
  }),
  'charged 2': says('clerk', {
    type: 'charge.raised',
    chargeId: 'fee-2',
    kind: 'rental',
    amount: cny(2),
    feeTableVersion: 'standard',
  }),
  'charged for damage': says('clerk', {
    type: 'charge.raised',
    chargeId: 'damage-1',
    kind: 'damage',
    serial,
    amount: cny(1),
    feeTableVersion: 'standard',
  }),
  'charge disputed': says('merchant', { type: 'charge.disputed', ...charge, grounds: 'it was paid' }),
  'charge stands': says('second', { type: 'charge.determined', ...charge, amount: cny(1) }),
  'charge falls': says('second', { type: 'charge.determined', ...charge, amount: cny(0) }),
  'charge met': says('systems', { type: 'charge.met', ...charge, amount: cny(1), paymentRef: 'payment-1' }),
  deducted: says('third', { type: 'deposit.deducted', depositId: 'deposit-1', ...charge, amount: cny(1) }),

  'refund 2': byTwo({ type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-2', amount: cny(2) }),
  'refund 1': byTwo({ type: 'refund.ordered', depositId: 'deposit-1', refundId: 'refund-1', amount: cny(1) }),
  refunded: says('systems', { type: 'refund.confirmed', ...refund, amount: cny(2) }),
  'refunded 1': says('systems', { type: 'refund.confirmed', ...refund, amount: cny(1) }),
  'refund failed': says('systems', { type: 'refund.failed', ...refund, reason: 'refused' }),
  'refund returned': says('systems', {
    type: 'refund.returned',
    ...refund,
    amount: cny(2),
    reason: 'closed',
  }),
  'refund 1 returned': says('systems', {
    type: 'refund.returned',
    ...refund,
    amount: cny(1),
    reason: 'closed',
  }),

  'settlement later': carried('settlement', statementId, 2),
  'charge later': carried('charge', 'fee-1', 1),
  'deposit later': carried('deposit', 'deposit-1', 2),
  'deposit later 1': carried('deposit', 'deposit-1', 1),
  'dispute later': carried('dispute', 'case-1', 1),
  'deposit discharged': says('clerk', {
    type: 'obligation.discharged',
    obligationId: 'later-deposit-2',
    evidence: [paper('payment_proof')],
  }),
  'charge discharged': says('clerk', {
    type: 'obligation.discharged',
    obligationId: 'later-charge-1',
    evidence: [paper('payment_proof')],
  }),

  chargeback: says('systems', {
    type: 'dispute.opened',
    caseId: 'case-1',
    amount: cny(1),
    dueAt: '2027-01-01T00:00:00Z',
  }),
  'chargeback lost': says('systems', {
    type: 'dispute.closed',
    caseId: 'case-1',
    outcome: 'lost',
    liability: 'merchant',
  }),
  'chargeback won': says('systems', {
    type: 'dispute.closed',
    caseId: 'case-1',
    outcome: 'won',
    liability: 'provider',
  }),
}

const kinds = [
  'payOut',
  'refundDeposit',
  'enableAcceptance',
  'disableAcceptance',
  'unbind',
  'eraseDevice',
  'confirmClosure',
  'notify',
] as const
/** What becomes of orders, kind by kind. */
export const orderSayings: Sayings = Object.fromEntries(
  kinds.flatMap((kind) => {
    const orderId = `$order ${kind}`
    return [
      [`${kind} claimed`, says('systems', { type: 'order.claimed', orderId })],
      [`${kind} accepted`, says('systems', { type: 'order.confirmed', orderId })],
      [
        `${kind} refused`,
        says('systems', { type: 'order.failed', orderId, code: 'REFUSED', retryable: false }),
      ],
      [`${kind} cancelled`, says('clerk', { type: 'order.cancelled', orderId, reason: 'not needed' })],
      [`${kind} repeated`, says('clerk', { type: 'order.repeated', orderId })],
      [`${kind} parked`, says('systems', { type: 'order.parked', orderId, code: 'DOWN', attempts: 20 })],
      [`${kind} revived`, says('clerk', { type: 'order.revived', orderId })],
      [`${kind} misread`, says('systems', { type: 'answer.refused', orderId, codes: ['CURRENCY_MISMATCH'] })],
    ]
  }),
)
