import {
  amount,
  charge,
  deposit,
  device,
  evidence,
  later,
  type Makers,
  method,
  name,
  ordered,
  payout,
  refund,
  registry,
  stated,
  told,
} from './random-parts.ts'
import { cny, paper } from './samples.ts'

export const moneyMakers: Makers = {
  'settlement.stated': (_, dice, at) => ({
    statementId: name(dice, 'statement'),
    upTo: dice.chance(0.8) ? at : later(at, -9),
    net: cny(dice.one([0, 50_000, -3_000])),
  }),
  'settlement.confirmed': stated,
  'settlement.disputed': (context, dice) => ({ ...stated(context, dice), grounds: 'two days are missing' }),
  'settlement.deemedAccepted': (context, dice) => ({
    ...stated(context, dice),
    proof: paper('service_of_notice'),
  }),
  'payout.ordered': (_, dice) => ({ payoutId: name(dice, 'payout'), ...amount(dice), ...method(dice) }),
  'payout.confirmed': (context, dice) => payout(context, dice),
  'payout.failed': (context, dice) => told(payout(context, dice)),
  'payout.returned': (context, dice) => ({ ...payout(context, dice), reason: 'account closed' }),
  'payoutAccount.changed': (_, dice) => ({
    token: name(dice, 'account'),
    name: dice.chance(0.9) ? '青禾便利店' : '别家',
  }),
  'payoutAccount.verified': ({ payoutAccount }, dice) => ({
    token: payoutAccount?.token ?? 'account-x',
    ...evidence(dice, 'payout_account_verification'),
  }),
  'charge.raised': (context, dice) => ({
    chargeId: name(dice, 'charge'),
    kind: dice.one(['rental', 'damage', 'accessory']),
    ...(dice.chance(0.6) && { serial: dice.key(context.devices, 'no-such-device') }),
    amount: cny(20),
    feeTableVersion: dice.chance(0.9) ? 'standard' : 'old',
  }),
  'charge.disputed': (context, dice) => ({ ...charge(context, dice), grounds: 'not ours' }),
  'charge.determined': (context, dice) => ({
    ...charge(context, dice),
    amount: cny(dice.one([0, 10, 20, 9_999])),
  }),
  'charge.met': (context, dice) => ({
    ...charge(context, dice),
    amount: cny(dice.one([10, 20, 9_999])),
    paymentRef: name(dice, 'payment'),
  }),
  'deposit.deducted': (context, dice) => ({
    ...deposit(context, dice),
    ...charge(context, dice),
    amount: cny(dice.one([10, 20, 900_000])),
  }),
  'refund.ordered': (context, dice) => ({
    ...deposit(context, dice),
    refundId: name(dice, 'refund'),
    ...amount(dice),
    ...method(dice),
  }),
  'refund.confirmed': (context, dice) => refund(context, dice),
  'refund.failed': (context, dice) => told(refund(context, dice)),
  'refund.returned': (context, dice) => ({
    ...refund(context, dice),
    reason: 'account closed',
  }),
  'obligation.carriedOver': (context, dice, at) => {
    const kind = dice.one(['settlement', 'deposit', 'charge', 'dispute', 'devices'])
    const ledger =
      { deposit: context.deposits, charge: context.charges, dispute: context.disputes }[kind] ?? {}
    return {
      obligationId: name(dice, 'obligation'),
      kind,
      ref: dice.key(ledger, 'none'),
      amount: cny(dice.one([1, 20, 100, 200_000])),
      owner: 'acquirer-1',
      basis: 'agreement',
      reviewAt: later(at, 30),
    }
  },
  'obligation.discharged': ({ carriedOver }, dice) => ({
    obligationId: dice.key(carriedOver, 'none'),
    ...evidence(dice, 'payment_proof'),
  }),
  'unbinding.confirmed': (context, dice) => ({ ...device(context, dice), ...registry }),
  'unbinding.failed': (context, dice) => ({ ...device(context, dice), ...registry, reason: 'register busy' }),
  'order.claimed': (context, dice) => ordered(context, dice),
  'order.confirmed': (context, dice) => ordered(context, dice),
  'order.failed': (context, dice) => ({
    ...ordered(context, dice),
    code: 'refused',
    retryable: dice.chance(0.5),
  }),
  'order.cancelled': (context, dice) => ({ ...ordered(context, dice), reason: 'not needed' }),
  'representative.appointed': () => ({
    party: 'merchant',
    personId: 'm9',
    organisationId: 'insolvency-1',
    mandate: paper('power_of_attorney'),
  }),
  'counterparty.declaredUnreachable': (_, dice) => ({
    party: 'merchant',
    ...evidence(dice, 'service_of_notice'),
  }),
  'notice.sent': () => ({ template: 'closure_result', audience: 'merchant' }),
  'timer.due': ({ deadlines }, dice) => ({ deadlineId: dice.key(deadlines, 'no-such') }),
}
