import { capabilityNames, closureReasons, reasonProfiles, suspensionReasons } from '../../src/domain/index.ts'
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
} from './random-parts.ts'
import { digestOf, paper } from './samples.ts'

export const applicationsMakers: Makers = {
  'hold.placed': (_, dice, at) => ({
    holdId: name(dice, 'hold'),
    code: dice.one(suspensionReasons),
    ...(dice.chance(0.2) && { caps: [dice.one([...capabilityNames, 'erasure'])] }),
    ...(dice.chance(0.2) && { startsAt: later(at, 5) }),
    ...(dice.chance(0.2) && { release: 'authority' }),
    ...(dice.chance(0.2) && { orderRef: 'order-of-court' }),
    ...(dice.chance(0.2) && { disclosure: 'hidden' }),
  }),
  'hold.remedyClaimed': (context, dice) => ({ ...hold(context, dice), ...evidence(dice, 'payment_proof') }),
  'hold.remedyVerified': hold,
  'hold.lifted': (context, dice) => ({
    ...hold(context, dice),
    ...(dice.chance(0.5) && { orderRef: 'order-of-court' }),
  }),
  'hold.rescinded': (context, dice) => ({ ...hold(context, dice), reason: 'placed in error' }),
  'hold.reclassified': (context, dice) => {
    const umbrella = Object.values(context.holds).find(
      ({ code, status }) => reasonProfiles[code].umbrella && status === 'effective',
    )
    const known = umbrella && dice.chance(0.9) ? { holdId: umbrella.holdId } : hold(context, dice)
    return { ...known, code: dice.one(suspensionReasons) }
  },
  'suspension.requested': (_, dice, at) => ({
    ...application(dice),
    ...papers(dice, 'suspension_request'),
    reason: dice.one(['MERCHANT_REQUEST', 'UNKNOWN'] as const),
    startsAt: later(at, dice.below(6)),
  }),
  'reinstatement.requested': (context, dice) => ({
    ...application(dice),
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
    holdIds: [hold(context, dice).holdId],
  }),
  'closure.requested': (_, dice, at) => ({
    ...application(dice),
    ...papers(dice, 'closure_request', 'business_licence'),
    reason: dice.one(['NO_LONGER_NEEDED', 'BUSINESS_ADJUSTMENT', 'OTHER'] as const),
    disposition: 'return',
    ...(dice.chance(0.2) && { effectiveDate: later(at, 10) }),
  }),
  'application.supplemented': (context, dice) => ({
    ...applied(context, dice),
    documents: [
      {
        ...paper('supporting_evidence', name(dice, 'extra')),
        ...(dice.chance(0.3) && { validTo: '2020-01-01T00:00:00Z' }),
      },
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
    code: 'documents_incorrect',
    reason: 'unreadable',
    resubmittable: dice.chance(0.7),
  }),
  'review.approved': (context, dice) => ({ ...applied(context, dice), ...digest(context, dice) }),
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
  'test.passed': (context, dice) => ({ ...device(context, dice), ...checks(dice) }),
  'test.failed': (context, dice) => ({ ...device(context, dice), ...checks(dice) }),
}
