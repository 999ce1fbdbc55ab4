/** Why a terminal is limited. The last three are the library's own: a lost device, an authority's order, a cancelled closure. */
export const suspensionReasons = [
  'SYSTEM_MAINTENANCE',
  'SOFTWARE_UPDATE',
  'DATA_MIGRATION',
  'HARDWARE_FAULT',
  'DEVICE_DAMAGED',
  'SOFTWARE_FAULT',
  'NETWORK_FAULT',
  'ACCOUNT_ARREARS',
  'ACCOUNT_INSUFFICIENT_BALANCE',
  'ACCOUNT_ABNORMAL',
  'ACCOUNT_DISPUTE',
  'FUNDS_ISSUE',
  'RULE_VIOLATION',
  'MALICIOUS_ATTACK',
  'LICENCE_EXPIRED',
  'SETTLEMENT_ACCOUNT_CHANGED',
  'COMPLIANCE_ISSUE',
  'REGULATORY_CHANGE',
  'DEVICE_OBSOLETE',
  'USER_CHANGE',
  'BUSINESS_ADJUSTMENT',
  'MERCHANT_REQUEST',
  'OTHER',
  'UNKNOWN',
  'DEVICE_LOST',
  'AUTHORITY_ORDER',
  'REACTIVATION_CHECK',
] as const
export type SuspensionReason = (typeof suspensionReasons)[number]

/** Why a terminal is given up for good. A temporary wish is a suspension, whatever word was used for it. (R-006, C-17) */
export const closureReasons = [
  'MERCHANT_REQUEST',
  'BUSINESS_ADJUSTMENT',
  'NO_LONGER_NEEDED',
  'CONTRACT_EXPIRED',
  'CONTRACT_TERMINATED_EARLY',
  'HARDWARE_FAULT',
  'DEVICE_DAMAGED',
  'DEVICE_OBSOLETE',
  'REGULATORY_CHANGE',
  'RULE_VIOLATION',
  'MALICIOUS_ATTACK',
  'DORMANT',
  'USER_CHANGE',
  'OTHER',
] as const
export type ClosureReason = (typeof closureReasons)[number]

/** What kind of cause a reason of a hold is. */
export const reasonCategories = [
  'technical',
  'financial',
  'compliance',
  'planned',
  'business',
  'other',
] as const
export type ReasonCategory = (typeof reasonCategories)[number]
