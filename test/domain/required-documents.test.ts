import { describe, expect, test } from 'vitest'
import { documentTypes } from '../../src/domain/documents.ts'
import type { MerchantType } from '../../src/domain/limits.ts'
import { reasonProfiles } from '../../src/domain/reason-profiles.ts'
import { type ClosureReason, type SuspensionReason, suspensionReasons } from '../../src/domain/reasons.ts'
import { requiredDocuments } from '../../src/domain/required-documents.ts'

const closure = (merchantType: MerchantType, ...reasons: ClosureReason[]) =>
  requiredDocuments({ process: 'closure', initiator: 'merchant', merchantType, reasons }).map(
    ({ type }) => type,
  )

const reinstatement = (...reasons: SuspensionReason[]) =>
  requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType: 'enterprise',
    reasons,
  }).map(({ type }) => type)

test('document types are 61 different codes in snake_case', () => {
  expect(new Set(documentTypes).size).toBe(documentTypes.length)
  expect(documentTypes).toHaveLength(61)
  for (const type of documentTypes) expect(type).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

describe('closure', () => {
  test('[R-019] companies and sole traders show their licence', () => {
    expect(closure('enterprise', 'MERCHANT_REQUEST')).toEqual(['closure_request', 'business_licence'])
    expect(closure('sole_trader', 'DORMANT')).toEqual(['closure_request', 'business_licence'])
  })

  test('[OQ-03] an individual has no licence and proves identity', () => {
    expect(closure('individual', 'NO_LONGER_NEEDED')).toEqual(['closure_request', 'identity_proof'])
  })

  test('[R-009] [R-184] a reason in the contract comes with the contract', () => {
    for (const reason of ['CONTRACT_EXPIRED', 'CONTRACT_TERMINATED_EARLY'] as const) {
      expect(closure('enterprise', reason)).toContain('service_contract')
    }
  })

  test('the deregistration form does as well as the application [DOC-02]', () => {
    const [first] = requiredDocuments({
      process: 'closure',
      initiator: 'merchant',
      merchantType: 'enterprise',
      reasons: ['MERCHANT_REQUEST'],
    })
    expect(first?.alternatives).toEqual(['deregistration_form'])
  })

  test('one that the provider imposes comes with a notice only', () => {
    expect(
      requiredDocuments({
        process: 'closure',
        initiator: 'provider',
        merchantType: 'enterprise',
        reasons: ['RULE_VIOLATION'],
      }),
    ).toEqual([{ type: 'closure_notice', alternatives: ['provider_notice'] }])
  })

  test('what can only be had later is not asked for with the application', () => {
    const later = ['backup_record', 'erasure_record', 'device_return_record', 'settlement_voucher']
    expect(closure('enterprise', 'MERCHANT_REQUEST').filter((type) => later.includes(type))).toEqual([])
  })
})

describe('suspension', () => {
  test('the merchant applies, the provider gives notice [DOC-03 DOC-13]', () => {
    const of = (initiator: 'merchant' | 'provider') =>
      requiredDocuments({
        process: 'suspension',
        initiator,
        merchantType: 'enterprise',
        reasons: ['MERCHANT_REQUEST'],
      })
    expect(of('merchant')).toEqual([{ type: 'suspension_request' }])
    expect(of('provider')).toEqual([{ type: 'provider_notice' }])
  })
})

describe('reinstatement', () => {
  test('[R-117] the papers follow the reason', () => {
    expect(reinstatement('ACCOUNT_ARREARS')).toEqual([
      'reinstatement_request',
      'arrears_statement',
      'payment_proof',
    ])
    expect(reinstatement('LICENCE_EXPIRED')).toEqual(['reinstatement_request', 'business_licence'])
    expect(reinstatement('SETTLEMENT_ACCOUNT_CHANGED')).toContain('settlement_account_change_proof')
    expect(reinstatement('RULE_VIOLATION')).toContain('rectification_report')
  })

  test('[OQ-22] several reasons ask for the union, each paper once', () => {
    expect(reinstatement('ACCOUNT_ARREARS', 'ACCOUNT_INSUFFICIENT_BALANCE', 'LICENCE_EXPIRED')).toEqual([
      'reinstatement_request',
      'arrears_statement',
      'payment_proof',
      'business_licence',
    ])
  })

  test('a debt that was let off needs no payment', () => {
    const documents = requiredDocuments({
      process: 'reinstatement',
      initiator: 'merchant',
      merchantType: 'enterprise',
      reasons: ['ACCOUNT_ARREARS'],
    })
    expect(documents).toContainEqual({ type: 'payment_proof', alternatives: ['waiver'] })
  })

  test('every reason that wants a remedy, and can be applied for, wants it shown', () => {
    const silent = suspensionReasons.filter((reason) => {
      const { release, requiresRemedy, umbrella } = reasonProfiles[reason]
      return release === 'application' && requiresRemedy && !umbrella && reinstatement(reason).length === 1
    })
    expect(silent).toEqual([])
  })
})
