import type { GuidanceProfile } from '../kinds.ts'
import { ownWish, vague } from '../reason-groups.ts'

const phases = ['suspended'] as const

/** What ends the cause of a suspension. */
export const remedies = {
  INSTALL_UPDATE: { phases, suspension: ['SYSTEM_MAINTENANCE', 'SOFTWARE_UPDATE'], rows: ['R-270', 'R-046'] },
  CHECK_MIGRATED_DATA: { phases, suspension: ['DATA_MIGRATION'], rows: ['R-047'] },
  REPAIR_OR_REPLACE: {
    phases,
    suspension: ['HARDWARE_FAULT', 'DEVICE_DAMAGED'],
    rows: ['R-135', 'R-265'],
  },
  HAVE_DAMAGE_ASSESSED: { phases, suspension: ['DEVICE_DAMAGED'], rows: ['R-240', 'C-05'] },
  REINSTALL_BY_PROVIDER: { phases, suspension: ['SOFTWARE_FAULT'], rows: ['R-267'] },
  RESTORE_CONNECTION: { phases, suspension: ['NETWORK_FAULT'], rows: ['R-111'] },
  PAY_ARREARS: { phases, suspension: ['ACCOUNT_ARREARS'], rows: ['R-107'] },
  TOP_UP: { phases, suspension: ['ACCOUNT_INSUFFICIENT_BALANCE'], rows: ['R-269'] },
  EXPLAIN_ACCOUNT: { phases, suspension: ['ACCOUNT_ABNORMAL'], rows: ['R-250'] },
  SETTLE_DISPUTE: { phases, suspension: ['ACCOUNT_DISPUTE'], rows: ['R-108'] },
  RECTIFY: { phases, suspension: ['RULE_VIOLATION'], rows: ['R-268'] },
  CLEAR_AFTER_ATTACK: { phases, suspension: ['MALICIOUS_ATTACK'], rows: ['R-247'] },
  RENEW_LICENCE: { phases, suspension: ['LICENCE_EXPIRED'], rows: ['R-112'] },
  VERIFY_NEW_ACCOUNT: { phases, suspension: ['SETTLEMENT_ACCOUNT_CHANGED'], rows: ['R-113'] },
  GET_COMPLIANT_DEVICE: { phases, suspension: ['DEVICE_OBSOLETE', 'REGULATORY_CHANGE'], rows: ['R-280'] },
  PROVE_NEW_USER: { phases, suspension: ['USER_CHANGE'], rows: ['R-048'] },
  NOTHING_TO_MEND: { phases, suspension: ownWish, rows: ['C-08'] },
  NAME_THE_CAUSE: { phases, suspension: vague, rows: ['R-049'] },
  REPLACE_LOST_DEVICE: { phases, suspension: ['DEVICE_LOST'], rows: [] },
  AUTHORITY_DECIDES: { phases, suspension: ['AUTHORITY_ORDER'], rows: [] },
  PROVIDER_CHECKS: { phases, suspension: ['REACTIVATION_CHECK'], rows: [] },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
