import { describe, expect, test } from 'vitest'
import { type DocumentType, documentTypes } from '../../src/domain/documents.ts'
import type { MerchantType } from '../../src/domain/limits.ts'
import { reasonProfiles } from '../../src/domain/reason-profiles.ts'
import {
  type ClosureReason,
  closureReasons,
  type SuspensionReason,
  suspensionReasons,
} from '../../src/domain/reasons.ts'
import { type RequiredDocument, requiredDocuments } from '../../src/domain/required-documents.ts'

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
  test('companies and sole traders show their licence', () => {
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

type Wanted = Omit<RequiredDocument, 'type'> & { readonly type: DocumentType }
const one = (type: DocumentType, more: Omit<RequiredDocument, 'type'> = {}): Wanted => ({ type, ...more })

/** Word for word, so that none is struck out or weakened unseen; the form itself comes first each time. */
const papersOf: Readonly<Record<SuspensionReason, readonly Wanted[]>> = {
  SYSTEM_MAINTENANCE: [one('provider_notice')],
  SOFTWARE_UPDATE: [one('provider_notice')],
  DATA_MIGRATION: [
    one('data_migration_plan'),
    one('backup_record', { alternatives: ['server_side_records_statement'] }),
  ],
  HARDWARE_FAULT: [one('repair_or_replacement_record')],
  DEVICE_DAMAGED: [one('damage_report'), one('repair_or_replacement_record')],
  SOFTWARE_FAULT: [one('repair_or_replacement_record')],
  NETWORK_FAULT: [one('device_test_record', { says: ['connection', 'testedAt'] })],
  ACCOUNT_ARREARS: [one('arrears_statement'), one('payment_proof', { alternatives: ['waiver'] })],
  ACCOUNT_INSUFFICIENT_BALANCE: [one('payment_proof', { alternatives: ['waiver'] })],
  ACCOUNT_ABNORMAL: [one('account_explanation'), one('identity_proof')],
  ACCOUNT_DISPUTE: [one('dispute_evidence'), one('transaction_records')],
  RULE_VIOLATION: [one('rectification_report')],
  MALICIOUS_ATTACK: [one('rectification_report'), one('dispute_evidence')],
  LICENCE_EXPIRED: [one('business_licence')],
  SETTLEMENT_ACCOUNT_CHANGED: [one('settlement_account_change_proof')],
  REGULATORY_CHANGE: [
    one('repair_or_replacement_record', {
      alternatives: ['rectification_report'],
      results: ['replaced', 'updated', 'rectified'],
    }),
  ],
  DEVICE_OBSOLETE: [one('repair_or_replacement_record', { results: ['replaced', 'updated'] })],
  USER_CHANGE: [one('identity_proof')],
  OTHER: [one('supporting_evidence')],
  // made specific first, the merchant's own, or ended by facts of the record
  FUNDS_ISSUE: [],
  COMPLIANCE_ISSUE: [],
  UNKNOWN: [],
  BUSINESS_ADJUSTMENT: [],
  MERCHANT_REQUEST: [],
  DEVICE_LOST: [],
  AUTHORITY_ORDER: [],
  REACTIVATION_CHECK: [],
}
const irreparable = one('damage_report', {
  alternatives: ['repair_or_replacement_record'],
  results: ['irreparable'],
})
const closurePapers: Readonly<Record<ClosureReason, readonly Wanted[]>> = {
  CONTRACT_EXPIRED: [one('service_contract', { says: ['expiresOn'] })],
  CONTRACT_TERMINATED_EARLY: [one('service_contract')],
  HARDWARE_FAULT: [irreparable],
  DEVICE_DAMAGED: [irreparable],
  USER_CHANGE: [one('identity_proof')],
  OTHER: [one('supporting_evidence')],
  MERCHANT_REQUEST: [],
  BUSINESS_ADJUSTMENT: [],
  NO_LONGER_NEEDED: [],
  DEVICE_OBSOLETE: [],
  REGULATORY_CHANGE: [],
  RULE_VIOLATION: [],
  MALICIOUS_ATTACK: [],
  DORMANT: [],
}

describe('each reason asks for its own papers, and for no others', () => {
  const by = { initiator: 'merchant', merchantType: 'enterprise' } as const

  test.each(suspensionReasons)('to bring a terminal back from %s [R-057 R-059 R-117]', (reason) => {
    expect(requiredDocuments({ process: 'reinstatement', ...by, reasons: [reason] })).toEqual([
      one('reinstatement_request'),
      ...papersOf[reason],
    ])
  })

  test.each(closureReasons)('to give one up for %s [R-144]', (reason) => {
    expect(requiredDocuments({ process: 'closure', ...by, reasons: [reason] })).toEqual([
      one('closure_request', { alternatives: ['deregistration_form'] }),
      one('business_licence'),
      ...closurePapers[reason],
    ])
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
