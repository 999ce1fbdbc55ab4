import type { GuidanceProfile } from '../kinds.ts'
import { accounts, conduct, contract, exchanged, faults, ownWish, planned, vague } from '../reason-groups.ts'

const phases = ['beforeApplying', 'backInService', 'closed'] as const

/** What keeps the next suspension or closure away. */
export const prevention = {
  FOLLOW_RULE_CHANGES: { phases, suspension: 'all', closure: 'all', rows: ['R-041', 'R-272'] },
  PROCEDURE_FOR_FAULTS: { phases, suspension: 'all', rows: ['R-103'] },
  REGULAR_MAINTENANCE: { phases, suspension: faults, closure: exchanged, rows: ['R-069', 'R-101', 'R-142'] },
  CHECK_DEVICES: { phases, suspension: faults, rows: ['R-264'] },
  KEEP_UPDATED: {
    phases,
    suspension: ['SOFTWARE_FAULT', 'SOFTWARE_UPDATE', 'MALICIOUS_ATTACK', 'DEVICE_OBSOLETE'],
    closure: ['MALICIOUS_ATTACK', 'DEVICE_OBSOLETE'],
    rows: ['R-070', 'R-101'],
  },
  TRAIN_STAFF: {
    phases,
    suspension: [...faults, ...conduct, 'USER_CHANGE'],
    closure: ['DEVICE_DAMAGED', 'RULE_VIOLATION', 'MALICIOUS_ATTACK'],
    rows: ['R-071', 'R-102'],
  },
  SPARE_CONNECTION: { phases, suspension: ['NETWORK_FAULT'], rows: ['R-111'] },
  SECURE_DEVICES: {
    phases,
    suspension: ['MALICIOUS_ATTACK', 'DEVICE_LOST'],
    closure: ['MALICIOUS_ATTACK'],
    rows: ['R-043'],
  },
  ACT_ON_MAINTENANCE_NOTICES: { phases, suspension: planned, rows: ['R-141', 'R-274'] },
  KEEP_ACCOUNT_IN_ORDER: { phases, suspension: [...accounts, 'SETTLEMENT_ACCOUNT_CHANGED'], rows: ['R-140'] },
  CHECK_ACCOUNT: { phases, suspension: accounts, rows: ['R-263'] },
  ANSWER_DISPUTES: { phases, suspension: ['ACCOUNT_DISPUTE'], rows: ['R-108'] },
  KEEP_PROVIDERS_RULES: {
    phases,
    suspension: [...conduct, 'AUTHORITY_ORDER'],
    closure: ['RULE_VIOLATION', 'MALICIOUS_ATTACK'],
    rows: ['R-131', 'R-262'],
  },
  KEEP_RULES_OF_TRADE: {
    phases,
    suspension: [...conduct, 'REGULATORY_CHANGE'],
    closure: ['RULE_VIOLATION', 'REGULATORY_CHANGE'],
    rows: ['R-189', 'R-192'],
  },
  STAY_WHERE_INSTALLED: {
    phases,
    suspension: ['RULE_VIOLATION', 'COMPLIANCE_ISSUE', 'REGULATORY_CHANGE'],
    closure: ['RULE_VIOLATION', 'REGULATORY_CHANGE'],
    rows: ['R-191'],
  },
  FAIR_TO_THE_MARKET: {
    phases,
    suspension: ['RULE_VIOLATION', 'COMPLIANCE_ISSUE'],
    closure: ['RULE_VIOLATION', 'NO_LONGER_NEEDED'],
    rows: ['R-193'],
  },
  RENEW_LICENCE_IN_TIME: { phases, suspension: ['LICENCE_EXPIRED'], rows: ['R-112'] },
  ANNOUNCE_CHANGES: {
    phases,
    suspension: ['SETTLEMENT_ACCOUNT_CHANGED', 'USER_CHANGE', 'ACCOUNT_ABNORMAL'],
    closure: ['USER_CHANGE'],
    rows: ['R-048', 'R-113'],
  },
  BE_REACHABLE: { phases, suspension: [...vague, 'AUTHORITY_ORDER'], rows: ['R-130'] },
  PLAN_PAUSES: { phases, suspension: ownWish, rows: ['R-281'] },
  THINK_BEFORE_CLOSING: {
    phases,
    suspension: ['REACTIVATION_CHECK'],
    closure: ['MERCHANT_REQUEST', 'BUSINESS_ADJUSTMENT', 'OTHER'],
    rows: ['R-006'],
  },
  PAUSE_WHAT_RESTS: { phases, closure: ['DORMANT', 'NO_LONGER_NEEDED'], rows: ['R-162'] },
  NOTE_END_OF_CONTRACT: { phases, closure: contract, rows: ['R-009'] },
  REPLACE_BEFORE_IT_FAILS: {
    phases,
    suspension: ['DEVICE_OBSOLETE', 'REGULATORY_CHANGE'],
    closure: exchanged,
    rows: ['R-042'],
  },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
