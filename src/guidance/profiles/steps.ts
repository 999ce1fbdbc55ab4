import type { GuidanceProfile } from '../kinds.ts'
import { contract, exchanged, faults, planned, vague, wished } from '../reason-groups.ts'

const toClose = ['beforeApplying', 'closing'] as const
const inClosing = { phases: ['closing'], closure: 'all' } as const

/** What the merchant does, in this order. */
export const steps = {
  ASK_WHY_IT_STOPPED: {
    phases: ['beforeApplying', 'suspended'],
    suspension: vague,
    rows: ['R-244', 'R-252'],
  },
  FOLLOW_PROVIDERS_GUIDE: {
    phases: ['beforeApplying', 'suspended', 'closing'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-285', 'R-163'],
  },
  REFUSED_CARD_FIRST: {
    phases: ['suspended', 'backInService'],
    suspension: ['HARDWARE_FAULT', 'NETWORK_FAULT', 'ACCOUNT_INSUFFICIENT_BALANCE', 'UNKNOWN'],
    rows: ['R-180'],
  },
  RESTART_FIRST: { phases: ['suspended'], suspension: faults, rows: ['R-065'] },
  TRY_DEVICES_OWN_HELP: {
    when: 'mayHelpItself',
    phases: ['suspended'],
    suspension: faults,
    rows: ['R-064', 'R-065'],
  },
  WAIT_FOR_THE_END: { phases: ['suspended'], suspension: planned, rows: ['R-270', 'R-274'] },
  REPORT_LOSS: { phases: ['suspended'], suspension: ['DEVICE_LOST'], rows: [] },
  APPLY_WHEN_MENDED: {
    when: 'applicationIsNeeded',
    phases: ['suspended'],
    suspension: 'all',
    rows: ['R-139', 'C-22'],
  },
  REJECTED_THEN_ASK: {
    when: 'applicationIsNeeded',
    phases: ['suspended'],
    suspension: 'all',
    rows: ['R-137', 'R-138'],
  },
  TEST_BEFORE_SELLING: {
    when: 'saleIsOff',
    phases: ['suspended'],
    suspension: 'all',
    rows: ['R-298', 'C-07'],
  },
  PAUSE_OR_CLOSE: { phases: ['beforeApplying'], closure: wished, rows: ['R-006', 'R-072'] },
  FOUR_PARTS_OF_CLOSING: { phases: toClose, closure: 'all', rows: ['R-143', 'R-179'] },
  GIVE_UP_UNUSED_TERMINAL: { phases: toClose, closure: ['DORMANT'], rows: ['R-162'] },
  END_CONTRACT_IN_WRITING: { phases: toClose, closure: contract, rows: ['R-219'] },
  SUCCESSOR_FIRST: { phases: toClose, closure: exchanged, rows: ['R-280'] },
  NEW_USER_APPLIES: { phases: toClose, closure: ['USER_CHANGE'], rows: ['R-048'] },
  SAY_YOUR_REASON: { phases: toClose, closure: ['OTHER'], rows: ['R-005'] },
  READ_GROUNDS_OF_CLOSURE: {
    phases: ['closing'],
    closure: ['RULE_VIOLATION', 'MALICIOUS_ATTACK'],
    rows: ['R-010', 'C-21'],
  },
  FINISH_TRANSACTIONS: { ...inClosing, rows: ['R-029', 'R-030'] },
  CHECK_STATEMENT: { ...inClosing, rows: ['R-022'] },
  RETURN_WHAT_IS_NOT_YOURS: { ...inClosing, rows: ['R-001', 'R-023'] },
  ERASE_AS_AUTHORISED: { ...inClosing, rows: ['R-242', 'C-03'] },
  ERASURE_FAILS: { ...inClosing, rows: ['R-235', 'R-236'] },
  ASK_HOW_DAMAGE_IS_HANDLED: { ...inClosing, rows: ['R-238', 'R-239', 'R-240'] },
  ASK_FOR_DEPOSIT: { ...inClosing, rows: ['R-220', 'R-232', 'C-18'], clock: 'depositDue' },
  SEE_THAT_IT_IS_CLOSED: { phases: ['closing', 'closed'], closure: 'all', rows: ['R-172', 'C-28'] },
  GO_FURTHER_UP: {
    phases: ['suspended', 'closing'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-233', 'R-243'],
  },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
