import { describe, expect, test } from 'vitest'
import { closureReasonProfiles } from '../../src/domain/closure-reason-profiles.ts'
import { limits } from '../../src/domain/limits.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { reasonProfiles } from '../../src/domain/reason-profiles.ts'
import { closureReasons, type SuspensionReason, suspensionReasons } from '../../src/domain/reasons.ts'

const where = (holds: (reason: SuspensionReason) => boolean) => suspensionReasons.filter(holds)

describe('suspension reasons', () => {
  test('each of the 27 reasons has one profile', () => {
    expect(suspensionReasons).toHaveLength(27)
    expect(Object.keys(reasonProfiles).sort()).toEqual([...suspensionReasons].sort())
  })

  test('[C-22] maintenance, migration, network and lost devices come back without an application', () => {
    expect(where((reason) => reasonProfiles[reason].release !== 'application')).toEqual([
      'SYSTEM_MAINTENANCE',
      'SOFTWARE_UPDATE',
      'DATA_MIGRATION',
      'NETWORK_FAULT',
      'DEVICE_LOST',
      'AUTHORITY_ORDER',
      'REACTIVATION_CHECK',
    ])
  })

  test('[R-259] every reason owes at least a small test', () => {
    expect(where((reason) => reasonProfiles[reason].test === 'none')).toEqual([])
  })

  test('[R-271] [R-298] technical, planned and attacked terminals owe the full test', () => {
    expect(where((reason) => reasonProfiles[reason].test === 'full')).toEqual([
      'SYSTEM_MAINTENANCE',
      'SOFTWARE_UPDATE',
      'DATA_MIGRATION',
      'HARDWARE_FAULT',
      'DEVICE_DAMAGED',
      'SOFTWARE_FAULT',
      'NETWORK_FAULT',
      'MALICIOUS_ATTACK',
      'REGULATORY_CHANGE',
      'DEVICE_OBSOLETE',
      'DEVICE_LOST',
    ])
  })

  test('a violation and an attack stop the money too, a changed account only the payout', () => {
    for (const reason of ['RULE_VIOLATION', 'MALICIOUS_ATTACK'] as const) {
      expect(reasonProfiles[reason].caps).toEqual(['sale', 'preAuth', 'refund', 'payout'])
    }
    expect(reasonProfiles.SETTLEMENT_ACCOUNT_CHANGED.caps).toEqual(['payout'])
  })

  test('a lost device may do nothing, and the merchant is still paid', () => {
    const { caps } = reasonProfiles.DEVICE_LOST
    expect(limits.filter((limit) => !caps.includes(limit))).toEqual(['payout', 'erasure'])
  })

  test("only an authority's order names its own limits, ends by the authority and is hidden", () => {
    expect(where((reason) => reasonProfiles[reason].caps.length === 0)).toEqual(['AUTHORITY_ORDER'])
    expect(where((reason) => reasonProfiles[reason].release === 'authority')).toEqual(['AUTHORITY_ORDER'])
    expect(where((reason) => reasonProfiles[reason].disclosure === 'hidden')).toEqual(['AUTHORITY_ORDER'])
  })

  test('a collective reason keeps a release path that reclassifying allows', () => {
    const umbrellas = where((reason) => reasonProfiles[reason].umbrella)
    expect(umbrellas).toEqual(['FUNDS_ISSUE', 'COMPLIANCE_ISSUE', 'UNKNOWN'])
    for (const reason of umbrellas) expect(reasonProfiles[reason].release).toBe('application')
  })

  test("the merchant's own test never counts after a violation, an attack or a loss", () => {
    expect(where((reason) => reasonProfiles[reason].neverMerchantTest)).toEqual([
      'RULE_VIOLATION',
      'MALICIOUS_ATTACK',
      'DEVICE_LOST',
    ])
  })

  test('whoever may place a reason is named among its initiators', () => {
    for (const reason of where((reason) => reasonProfiles[reason].technical)) {
      expect(reasonProfiles[reason].initiators).toContain('serviceProvider')
    }
    for (const reason of defaultPolicy.systemMayPlace) {
      expect(reasonProfiles[reason].initiators).toContain('system')
    }
  })
})

describe('closure reasons', () => {
  test('each of the 14 reasons has one profile', () => {
    expect(closureReasons).toHaveLength(14)
    expect(Object.keys(closureReasonProfiles).sort()).toEqual([...closureReasons].sort())
  })

  test('[R-005] only OTHER needs words', () => {
    expect(closureReasons.filter((reason) => closureReasonProfiles[reason].needsText)).toEqual(['OTHER'])
  })

  test('[R-010] a violation and an attack are for the provider alone', () => {
    expect(
      closureReasons.filter((reason) => !closureReasonProfiles[reason].initiators.includes('merchant')),
    ).toEqual(['REGULATORY_CHANGE', 'RULE_VIOLATION', 'MALICIOUS_ATTACK'])
  })

  test('the default policy names exactly the urgent reasons', () => {
    expect(closureReasons.filter((reason) => closureReasonProfiles[reason].urgent)).toEqual(
      defaultPolicy.urgentBases,
    )
  })
})
