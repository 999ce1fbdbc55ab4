import {
  capabilityNames,
  closureReasons,
  payoutMethods,
  reasonProfiles,
  suspensionReasons,
} from '../../src/domain/index.ts'
import {
  application,
  applied,
  checks,
  device,
  digest,
  evidence,
  hold,
  later,
  type Makers,
  name,
  ordered,
  papers,
  proposed,
  vouched,
} from './random-parts.ts'
import { closureRequested, digestOf, paper, reinstatementRequested, suspensionRequested } from './samples.ts'

export const applicationsMakers: Makers = {
  'hold.placed': (context, dice, at) => ({
    holdId: name(dice, 'hold'),
    code: dice.one(suspensionReasons),
    words: 'as the shop said',
    ...(dice.chance(0.2) && { caps: [dice.one([...capabilityNames, 'erasure'])] }),
    ...(dice.chance(0.2) && { startsAt: later(at, 5) }),
    ...(dice.chance(0.2) && device(context, dice)),
    ...(dice.chance(0.2) && { release: 'authority' }),
    ...(dice.chance(0.2) && { orderRef: 'order-of-court' }),
    ...(dice.chance(0.2) && { disclosure: 'hidden' }),
  }),
  'hold.remedyClaimed': (context, dice) => ({ ...hold(context, dice), ...evidence(dice, 'payment_proof') }),
  'hold.remedyVerified': (context, dice) => ({ ...hold(context, dice), ...vouched(context, dice) }),
  'hold.lifted': (context, dice) => ({
    ...hold(context, dice),
    ...(dice.chance(0.5) && { orderRef: 'order-of-court' }),
    ...(dice.chance(0.3) && evidence(dice, 'waiver')),
  }),
  'hold.rescinded': (context, dice) => ({ ...hold(context, dice), reason: 'placed in error' }),
  'hold.reviewed': (context, dice) => ({ ...hold(context, dice), reason: 'still owed' }),
  'hold.reclassified': (context, dice) => {
    const umbrella = Object.values(context.holds).find(
      ({ code, status }) => reasonProfiles[code].umbrella && status === 'effective',
    )
    const known = umbrella && dice.chance(0.9) ? { holdId: umbrella.holdId } : hold(context, dice)
    return { ...known, code: dice.one(suspensionReasons) }
  },
  'suspension.requested': (_, dice, at) =>
    suspensionRequested({
      ...application(dice),
      ...(dice.chance(0.05) && { terminalIds: ['99999999'] }),
      ...papers(dice, 'suspension_request'),
      reason: dice.one(['MERCHANT_REQUEST', 'BUSINESS_ADJUSTMENT'] as const),
      plannedPeriod: {
        from: later(at, dice.below(6)),
        ...(dice.chance(0.3) && { until: later(at, 6 + dice.below(30)) }),
      },
    }),
  'reinstatement.requested': (context, dice) => {
    const { holdId } = hold(context, dice)
    const code = context.holds[holdId]?.code ?? 'ACCOUNT_ARREARS'
    return reinstatementRequested(
      { [holdId]: dice.chance(0.95) ? code : 'OTHER' },
      {
        ...application(dice),
        ...(dice.chance(0.05) && { terminalId: '99999999' }),
        ...papers(
          dice,
          'reinstatement_request',
          'arrears_statement',
          'payment_proof',
          'business_licence',
          'rectification_report',
          'dispute_evidence',
          'supporting_evidence',
          'identity_proof',
          'account_explanation',
          'repair_or_replacement_record',
        ),
      },
    )
  },
  'closure.requested': (_, dice, at) =>
    closureRequested({
      ...application(dice),
      ...(dice.chance(0.05) && { terminalId: '99999999' }),
      ...papers(dice, 'closure_request', 'business_licence', 'power_of_attorney'),
      reason: dice.one(['NO_LONGER_NEEDED', 'BUSINESS_ADJUSTMENT', 'OTHER'] as const),
      comment: 'the shop moves to another street',
      ...(dice.chance(0.1) && { mobile: 'differs' }),
      ...(dice.chance(0.2) && { effectiveDate: later(at, 10) }),
      ...(dice.chance(0.3) && { payoutMethod: dice.one(payoutMethods) }),
      ...(dice.chance(0.3) && { disposition: 'collection' as const }),
    }),
  'application.supplemented': (context, dice) => ({
    ...applied(context, dice),
    documents: [
      dice.chance(0.7)
        ? paper('supporting_evidence', name(dice, 'extra'))
        : paper('business_licence', name(dice, 'licence'), { validTo: '2020-01-01T00:00:00Z' }),
    ],
    digest: digestOf(name(dice, 'digest')),
  }),
  'application.withdrawn': applied,
  'application.lapsed': applied,
  'review.informationRequested': (context, dice) => ({
    ...applied(context, dice),
    items: dice.chance(0.9) ? ['a clearer scan'] : [],
  }),
  'review.rejected': (context, dice) => ({
    ...applied(context, dice),
    code: dice.one(['documents_incorrect', 'account_problem', 'violation', 'unspecified', 'other'] as const),
    reason: 'unreadable',
    resubmittable: dice.chance(0.7),
  }),
  'review.approved': (context, dice) => ({
    ...applied(context, dice),
    ...digest(context, dice),
    ...vouched(context, dice),
  }),
  'suspension.extended': (context, dice, at) => ({
    ...hold(context, dice),
    until: later(at, dice.below(60)),
  }),
  'closure.proposed': (_, dice) => ({
    proposalId: name(dice, 'proposal'),
    reason: dice.one(closureReasons),
    basis: 'contract, clause 9',
  }),
  'closure.imposed': proposed,
  'closure.appealed': (context, dice) => ({ ...proposed(context, dice), grounds: 'we still trade' }),
  'appeal.decided': (context, dice) => ({
    ...proposed(context, dice),
    outcome: dice.one(['upheld', 'dismissed']),
  }),
  'closure.cancelled': () => ({ requestedBy: 'merchant', reason: 'changed our mind' }),
  'closure.confirmed': (context, dice) => ({
    providerRef: 'closure-1',
    ...(dice.chance(0.7) && ordered(context, dice, 'confirmClosure')),
  }),
  'test.passed': (context, dice) => ({
    ...device(context, dice),
    ...checks(dice),
    ...(dice.chance(0.2) && { attested: ['printer'] }),
  }),
  'test.failed': (context, dice) => ({ ...device(context, dice), ...checks(dice) }),
}
