import { type SuspensionReason, suspensionReasons } from './reasons.ts'

/** What was done about the cause of a hold. `noneRequired` is said, never guessed from silence. (C-08) */
export const remedyKinds = [
  'repair',
  'replacement',
  'reinstall',
  'update',
  'payment',
  'topUp',
  'waiver',
  'rectification',
  'renewal',
  'accountVerified',
  'identityVerified',
  'disputeResolved',
  'noneRequired',
] as const
export type RemedyKind = (typeof remedyKinds)[number]

const device = ['repair', 'replacement'] as const
const debt = ['payment', 'topUp', 'waiver'] as const
const identity = ['identityVerified', 'accountVerified'] as const

const suited: Readonly<Partial<Record<SuspensionReason, readonly RemedyKind[]>>> = {
  SYSTEM_MAINTENANCE: ['noneRequired', 'update'],
  SOFTWARE_UPDATE: ['update', 'reinstall', 'noneRequired'],
  DATA_MIGRATION: ['update', 'noneRequired'],
  HARDWARE_FAULT: device,
  DEVICE_DAMAGED: device,
  SOFTWARE_FAULT: [...device, 'reinstall', 'update'],
  NETWORK_FAULT: [...device, 'update', 'noneRequired'],
  ACCOUNT_ARREARS: debt,
  ACCOUNT_INSUFFICIENT_BALANCE: debt,
  ACCOUNT_ABNORMAL: identity,
  ACCOUNT_DISPUTE: ['disputeResolved', 'payment', 'waiver'],
  RULE_VIOLATION: ['rectification'],
  MALICIOUS_ATTACK: ['rectification', 'reinstall', 'replacement'],
  LICENCE_EXPIRED: ['renewal'],
  SETTLEMENT_ACCOUNT_CHANGED: ['accountVerified'],
  REGULATORY_CHANGE: ['replacement', 'update', 'rectification'],
  DEVICE_OBSOLETE: ['replacement', 'update'],
  USER_CHANGE: identity,
  BUSINESS_ADJUSTMENT: ['noneRequired'],
  MERCHANT_REQUEST: ['noneRequired'],
  DEVICE_LOST: ['replacement', 'noneRequired'],
  REACTIVATION_CHECK: ['noneRequired'],
}

/**
 * The remedies that do for a reason; for OTHER and for vague reasons any one does. (R-129, R-265 … R-269)
 *
 * @example remediesFor.LICENCE_EXPIRED // ['renewal']
 */
export const remediesFor = Object.fromEntries(
  suspensionReasons.map((reason) => [reason, suited[reason] ?? remedyKinds]),
) as Readonly<Record<SuspensionReason, readonly RemedyKind[]>>
