import type { ClosureReason, ReasonCategory, SuspensionReason } from '../../reasons.ts'
import type { RejectionCode } from '../../rejections.ts'

export const suspensionReasons: Readonly<Record<SuspensionReason, string>> = {
  SYSTEM_MAINTENANCE: 'System upgrade or maintenance',
  SOFTWARE_UPDATE: 'Software update',
  DATA_MIGRATION: 'Data migration',
  HARDWARE_FAULT: 'Hardware fault',
  DEVICE_DAMAGED: 'Device damaged',
  SOFTWARE_FAULT: 'Software fault',
  NETWORK_FAULT: 'Network fault',
  ACCOUNT_ARREARS: 'Account in arrears',
  ACCOUNT_INSUFFICIENT_BALANCE: 'Payment account short of funds',
  ACCOUNT_ABNORMAL: 'Irregularities on the account',
  ACCOUNT_DISPUTE: 'Account in dispute',
  FUNDS_ISSUE: 'Problem with funds, not yet specified',
  RULE_VIOLATION: 'Violation of the rules',
  MALICIOUS_ATTACK: 'Malicious attack on the terminal',
  LICENCE_EXPIRED: 'Business licence expired',
  SETTLEMENT_ACCOUNT_CHANGED: 'Settlement account changed',
  COMPLIANCE_ISSUE: 'Compliance problem, not yet specified',
  REGULATORY_CHANGE: 'Change of law or policy',
  DEVICE_OBSOLETE: 'Device no longer meets the technical requirements',
  USER_CHANGE: 'Change of user',
  BUSINESS_ADJUSTMENT: 'Adjustment of the business',
  MERCHANT_REQUEST: "Merchant's own request",
  OTHER: 'Other reason',
  UNKNOWN: 'Reason not yet clear',
  DEVICE_LOST: 'Device lost or stolen',
  AUTHORITY_ORDER: 'Order of an authority',
  REACTIVATION_CHECK: 'Check after a cancelled closure',
}

export const closureReasons: Readonly<Record<ClosureReason, string>> = {
  MERCHANT_REQUEST: "Merchant's own request",
  BUSINESS_ADJUSTMENT: 'Adjustment of the business',
  NO_LONGER_NEEDED: 'No longer needed',
  CONTRACT_EXPIRED: 'Contract expired and not renewed',
  CONTRACT_TERMINATED_EARLY: 'Contract terminated early',
  HARDWARE_FAULT: 'Hardware fault beyond repair',
  DEVICE_DAMAGED: 'Device damaged beyond repair',
  DEVICE_OBSOLETE: 'Device obsolete or replaced',
  REGULATORY_CHANGE: 'Change of law or policy',
  RULE_VIOLATION: 'Violation of the rules',
  MALICIOUS_ATTACK: 'Malicious attack on the terminal',
  DORMANT: 'Unused for a long time',
  USER_CHANGE: 'Change of user',
  OTHER: 'Other reason',
}

export const reasonCategories: Readonly<Record<ReasonCategory, string>> = {
  technical: 'Technical reasons',
  financial: 'Financial reasons',
  compliance: 'Compliance reasons',
  planned: 'Planned work',
  business: 'Business reasons',
  other: 'Other reasons',
}

/** Why an application was rejected. */
export const rejections: Readonly<Record<RejectionCode, string>> = {
  documents_incomplete: 'Papers are missing',
  documents_incorrect: 'Papers are wrong or cannot be read',
  account_problem: 'There is a problem with the account',
  violation: 'A violation has not been put right',
  unspecified: 'No reason was given',
  other: 'Another reason',
}
