import type { Owner } from './actor.ts'
import type { ClosureReason } from './reasons.ts'

/** What is known of a closure reason before anybody applies or proposes. */
export interface ClosureReasonProfile {
  /** Who may give it: the merchant in an application, the provider and an authority in an imposed closure. */
  readonly initiators: readonly Owner[]
  /** The code alone says too little: a text of the applicant is mandatory. */
  readonly needsText: boolean
  /** Grave enough that policy may impose the closure before its notice has run. */
  readonly urgent: boolean
}

const profile = (initiators: readonly Owner[], differs: Partial<ClosureReasonProfile> = {}) => ({
  initiators,
  needsText: false,
  urgent: false,
  ...differs,
})

const merchant = ['merchant'] as const
const either = ['merchant', 'provider'] as const

/** @example closureReasonProfiles.OTHER.needsText // true */
export const closureReasonProfiles: Readonly<Record<ClosureReason, ClosureReasonProfile>> = {
  MERCHANT_REQUEST: profile(merchant),
  BUSINESS_ADJUSTMENT: profile(merchant),
  NO_LONGER_NEEDED: profile(merchant),
  CONTRACT_EXPIRED: profile(either),
  CONTRACT_TERMINATED_EARLY: profile(either),
  HARDWARE_FAULT: profile(either),
  DEVICE_DAMAGED: profile(either),
  DEVICE_OBSOLETE: profile(['merchant', 'provider', 'authority']),
  REGULATORY_CHANGE: profile(['provider', 'authority']),
  RULE_VIOLATION: profile(['provider'], { urgent: true }),
  MALICIOUS_ATTACK: profile(['provider'], { urgent: true }),
  DORMANT: profile(either),
  USER_CHANGE: profile(merchant),
  OTHER: profile(['merchant', 'provider', 'authority'], { needsText: true }),
}
