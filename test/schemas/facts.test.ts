import { expect, test } from 'vitest'
import { factsOf } from '../../src/schemas/documents/facts.ts'

type Paper = Parameters<typeof factsOf>[0]
const money = { amount: 5, currency: 'CNY' }
const tried = (kind: string) => ({ kind, performedBy: 'repairer', oldSerial: 'SN-1' })
const tested = (result: string, checks: readonly object[] = []) => ({
  ...{ result, checks, testedAt: '2026-03-01T09:00:00Z', serialNumber: 'SN-1' },
})

/** What each structured paper says by itself, and what it does not say. */
test.each<readonly [type: string, says: object, facts: object]>([
  ['business_licence', { validTo: '2031-06-17' }, { validTo: '2031-06-17T23:59:59+08:00' }],
  ['identity_proof', { longTerm: true }, { longTerm: true }],
  ['power_of_attorney', {}, {}],
  ['service_contract', { renewed: false }, { renewed: false }],
  [
    'service_contract',
    { expiresOn: '2026-01-31', renewed: true },
    { expiresOn: '2026-01-31', renewed: true },
  ],
  ['closure_notice', {}, { grounds: true, appealRoute: true }],
  ['service_of_notice', { servedAt: '2026-03-01T20:00:00Z' }, { servedOn: '2026-03-02' }],
  ['arrears_statement', { total: money }, money],
  ['payment_proof', { amount: money }, money],
  ['waiver', { amount: money }, money],
  ['waiver', {}, {}],
  ['payout_account_verification', { accountToken: 'a-1' }, { result: 'matches', token: 'a-1' }],
  ['dispute_evidence', { hold: true, caseId: 'c-1' }, { hold: true, caseId: 'c-1' }],
  ['tenant_consent', { result: 'agreed' }, { result: 'agreed' }],
  ['damage_report', { cause: 'wear' }, { cause: 'wear' }],
  ...(['repair', 'reinstall', 'replacement', 'update'] as const).map(
    (kind, place) =>
      [
        'repair_or_replacement_record',
        tried(kind),
        {
          result: ['repaired', 'repaired', 'replaced', 'updated'][place],
          ...{ performer: 'repairer', serial: 'SN-1' },
        },
      ] as const,
  ),
  [
    'device_test_record',
    tested('pass'),
    { result: 'passed', testedAt: '2026-03-01T09:00:00Z', serial: 'SN-1' },
  ],
  [
    'device_test_record',
    tested('fail', [{ name: 'network', passed: false }]),
    { result: 'failed', connection: false, testedAt: '2026-03-01T09:00:00Z', serial: 'SN-1' },
  ],
  [
    'data_migration_plan',
    { status: 'verified', scope: ['sales', 'customer'], lawfulBasis: 'consent' },
    { result: 'verified', customers: true, lawfulBasis: true },
  ],
  [
    'data_migration_plan',
    { status: 'planned', scope: ['sales'] },
    { result: 'open', customers: false, lawfulBasis: false },
  ],
  ['rectification_report', {}, { result: 'rectified' }],
  ['server_side_records_statement', { coversUpTo: '2026-03-01' }, { coversUpTo: '2026-03-01' }],
  ['erasure_record', { status: 'completed' }, { result: 'erased' }],
  ['erasure_record', { status: 'failed' }, { result: 'failed' }],
  ['risk_listing_record', { outcome: 'listed' }, { result: 'listed' }],
  ['training_record', { validTo: '2031-06-17' }, {}],
])('%s %j says %j', (type, says, facts) => {
  expect(factsOf({ type, ...says } as unknown as Paper)).toEqual(facts)
})

test('a day ends where the acquirer is', () => {
  const licence = { type: 'business_licence', validTo: '2031-06-17' } as unknown as Paper
  expect(factsOf(licence, '-03:00')).toEqual({ validTo: '2031-06-17T23:59:59-03:00' })
})
