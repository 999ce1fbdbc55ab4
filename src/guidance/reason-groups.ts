import type { ClosureReason, SuspensionReason } from '../domain/index.ts'

// Reasons that want the same advice; groups of a profile, not a second taxonomy.

export const faults = ['HARDWARE_FAULT', 'DEVICE_DAMAGED', 'SOFTWARE_FAULT', 'NETWORK_FAULT'] as const
export const accounts = [
  'ACCOUNT_ARREARS',
  'ACCOUNT_INSUFFICIENT_BALANCE',
  'ACCOUNT_ABNORMAL',
  'ACCOUNT_DISPUTE',
  'FUNDS_ISSUE',
] as const
export const planned = ['SYSTEM_MAINTENANCE', 'SOFTWARE_UPDATE', 'DATA_MIGRATION'] as const
export const conduct = ['RULE_VIOLATION', 'MALICIOUS_ATTACK', 'COMPLIANCE_ISSUE'] as const
export const ownWish = ['BUSINESS_ADJUSTMENT', 'MERCHANT_REQUEST'] as const
/** Too vague to act on. */
export const vague = ['FUNDS_ISSUE', 'COMPLIANCE_ISSUE', 'OTHER', 'UNKNOWN'] as const
/** A device takes the place of another one. */
export const exchanged = [
  'HARDWARE_FAULT',
  'DEVICE_DAMAGED',
  'DEVICE_OBSOLETE',
  'REGULATORY_CHANGE',
] as const satisfies readonly (SuspensionReason & ClosureReason)[]
export const contract = ['CONTRACT_EXPIRED', 'CONTRACT_TERMINATED_EARLY', 'NO_LONGER_NEEDED'] as const
export const wished = [...ownWish, 'NO_LONGER_NEEDED', 'DORMANT', 'OTHER'] as const
