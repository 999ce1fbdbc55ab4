import { describe, expect, it } from 'vitest'
import { misfitIn, paperFault } from '../../src/domain/index.ts'

const at = '2026-03-02T09:00:00+08:00'

describe('a fact of a paper', () => {
  it.each([
    ['service_contract', { expiresOn: '2026-02-31' }, 'expiresOn'],
    ['service_contract', { expiresOn: '2026-02-28' }, undefined],
    ['service_contract', { expiresOn: '28.2.2026' }, 'expiresOn'],
    ['business_licence', { validTo: '2026-02-31T00:00:00Z' }, 'validTo'],
    ['business_licence', { validTo: '2026-02-28T23:59:59+08:00', longTerm: false }, undefined],
    ['payment_proof', { amount: 1_000_000_000_001 }, 'amount'],
    ['payment_proof', { amount: 5, currency: 'CNY' }, undefined],
    ['waiver', { currency: 'yuan' }, 'currency'],
    ['training_record', { result: 'passed' }, 'result'],
  ] as const)('of %s: %o', (type, facts, misfit) => {
    expect(misfitIn(type, facts)).toBe(misfit)
  })

  it.each([
    ['business_licence', {}, { code: 'FACT_MISSING', fact: 'validTo' }],
    ['business_licence', { longTerm: true }, undefined],
    [
      'business_licence',
      { validTo: '2026-03-02T09:00:00+08:00' },
      { code: 'DOCUMENT_EXPIRED', fact: 'validTo' },
    ],
    ['device_test_record', { result: 'failed' }, { code: 'EVIDENCE_UNSUITABLE', fact: 'result' }],
    ['service_of_notice', { servedOn: '2026-03-03' }, { code: 'EVIDENCE_UNSUITABLE', fact: 'servedOn' }],
    ['service_of_notice', { servedOn: '2026-03-02' }, undefined],
    ['waiver', {}, undefined],
  ] as const)('makes %s count or not: %o', (type, facts, fault) => {
    expect(paperFault({ type, facts }, at)).toEqual(fault)
  })
})
