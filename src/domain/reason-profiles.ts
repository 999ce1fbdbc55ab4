import type { Owner } from './actor.ts'
import { capabilityNames, type Limit, type ReleasePath, type TestKind } from './limits.ts'
import type { ReasonCategory, SuspensionReason } from './reasons.ts'

/** What is known of a suspension reason before anybody places a hold for it. */
export interface ReasonProfile {
  readonly category: ReasonCategory
  /** Who may bring the reason up; an authority acts through the provider. */
  readonly initiators: readonly Owner[]
  /** Default limits of a hold. Empty: nothing can be assumed, the hold names its own. */
  readonly caps: readonly Limit[]
  /** Default way to the end of a hold. */
  readonly release: ReleasePath
  /** Default device test; a hold that does not limit `sale` owes none, whatever stands here. */
  readonly test: TestKind
  /** `hidden`: the merchant is shown CONTACT_PROVIDER and nothing else. */
  readonly disclosure: 'open' | 'hidden'
  /** Something has to be put right first; false: waiting or deciding is enough. */
  readonly requiresRemedy: boolean
  /** A service provider may place it too. Which ones a system may place is policy (`systemMayPlace`). */
  readonly technical: boolean
  /** Too vague to act on: it must be reclassified before a reinstatement is asked for. (R-049, OQ-23) */
  readonly umbrella: boolean
  /** The merchant's own test never counts, not even the small one. */
  readonly neverMerchantTest: boolean
}

const noSale = ['sale', 'preAuth'] as const
const noMoney = ['sale', 'preAuth', 'refund', 'payout'] as const
const allButPayout = capabilityNames.filter((name) => name !== 'payout')
const provider = ['provider'] as const
const detected = ['merchant', 'provider', 'serviceProvider', 'system'] as const
const either = ['merchant', 'provider'] as const

const profile = (
  category: ReasonCategory,
  initiators: readonly Owner[],
  differs: Partial<Omit<ReasonProfile, 'category' | 'initiators'>> = {},
): ReasonProfile => ({
  category,
  initiators,
  caps: noSale,
  release: 'application',
  test: 'smoke',
  disclosure: 'open',
  requiresRemedy: true,
  technical: false,
  umbrella: false,
  neverMerchantTest: false,
  ...differs,
})

const maintenance = { release: 'provider', test: 'full', requiresRemedy: false, technical: true } as const
const fault = { test: 'full', technical: true } as const

/**
 * Defaults of a hold by reason; what `hold.placed` states itself wins.
 *
 * @example reasonProfiles.NETWORK_FAULT.release // 'evidence': no application, proof that it works is enough
 */
export const reasonProfiles: Readonly<Record<SuspensionReason, ReasonProfile>> = {
  SYSTEM_MAINTENANCE: profile('planned', ['provider', 'serviceProvider', 'system'], maintenance),
  SOFTWARE_UPDATE: profile('planned', ['merchant', 'provider', 'serviceProvider'], maintenance),
  DATA_MIGRATION: profile('planned', either, { release: 'evidence', test: 'full' }),
  HARDWARE_FAULT: profile('technical', detected, fault),
  DEVICE_DAMAGED: profile('technical', detected, fault),
  SOFTWARE_FAULT: profile('technical', detected, fault),
  // back on its own more often than not: the proof is the connection, no application is asked for
  NETWORK_FAULT: profile('technical', detected, { ...fault, release: 'evidence' }),
  ACCOUNT_ARREARS: profile('financial', provider),
  ACCOUNT_INSUFFICIENT_BALANCE: profile('financial', provider),
  ACCOUNT_ABNORMAL: profile('financial', provider),
  ACCOUNT_DISPUTE: profile('financial', provider),
  FUNDS_ISSUE: profile('financial', provider, { umbrella: true }),
  RULE_VIOLATION: profile('compliance', provider, { caps: noMoney, neverMerchantTest: true }),
  MALICIOUS_ATTACK: profile('compliance', ['provider', 'system'], {
    caps: noMoney,
    test: 'full',
    neverMerchantTest: true,
  }),
  LICENCE_EXPIRED: profile('compliance', provider),
  SETTLEMENT_ACCOUNT_CHANGED: profile('financial', either, { caps: ['payout'] }),
  COMPLIANCE_ISSUE: profile('compliance', provider, { umbrella: true }),
  REGULATORY_CHANGE: profile('compliance', ['provider', 'authority'], { test: 'full' }),
  DEVICE_OBSOLETE: profile('technical', ['provider', 'authority'], { test: 'full' }),
  USER_CHANGE: profile('other', either),
  BUSINESS_ADJUSTMENT: profile('business', ['merchant'], { requiresRemedy: false }),
  MERCHANT_REQUEST: profile('business', ['merchant'], { requiresRemedy: false }),
  OTHER: profile('other', ['merchant', 'provider', 'authority']),
  UNKNOWN: profile('other', detected, { umbrella: true }),
  DEVICE_LOST: profile('technical', ['merchant', 'provider', 'serviceProvider'], {
    caps: allButPayout,
    release: 'evidence',
    test: 'full',
    neverMerchantTest: true,
  }),
  AUTHORITY_ORDER: profile('compliance', ['authority'], {
    caps: [],
    release: 'authority',
    disclosure: 'hidden',
    requiresRemedy: false,
  }),
  REACTIVATION_CHECK: profile('planned', provider, { release: 'provider', requiresRemedy: false }),
}
