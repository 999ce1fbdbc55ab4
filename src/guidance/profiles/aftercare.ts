import type { GuidanceProfile } from '../kinds.ts'
import { accounts, exchanged } from '../reason-groups.ts'

const back = { phases: ['backInService'], suspension: 'all' } as const
const closed = { phases: ['closed'], closure: 'all' } as const
const papers = { phases: ['closing', 'closed'], closure: 'all' } as const
const both = { phases: ['backInService', 'closed'], suspension: 'all', closure: 'all' } as const

/** What to see to during a pause, after a return, and after a closure. */
export const aftercare = {
  WATCH_WHILE_PAUSED: { phases: ['suspended'], suspension: 'all', rows: ['R-297'] },
  SUPPORT_GOES_ON: {
    phases: ['suspended', 'backInService'],
    suspension: 'all',
    rows: ['R-209', 'R-210', 'R-306'],
  },
  TALK_EARLY: { phases: ['suspended', 'backInService'], suspension: 'all', rows: ['R-104'] },
  MAKE_UP_TO_CUSTOMERS: {
    when: 'saleIsOff',
    phases: ['suspended', 'backInService'],
    suspension: 'all',
    rows: ['R-301'],
  },
  KEEP_EVIDENCE: {
    phases: ['suspended', 'closing', 'closed'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-261'],
  },
  SETTLE_LEFTOVERS: { ...back, rows: ['R-098'] },
  CARDS_ON_AGAIN: { when: 'saleIsOff', ...back, rows: ['R-099'] },
  PUT_THE_REST_RIGHT: { ...back, rows: ['R-100'] },
  CHECK_FIRST_PAYOUT: {
    phases: ['backInService'],
    suspension: [...accounts, 'SETTLEMENT_ACCOUNT_CHANGED'],
    rows: ['R-098', 'R-113'],
  },
  TRAIN_ON_NEW_DEVICE: {
    phases: ['backInService', 'closed'],
    suspension: [...exchanged, 'DEVICE_LOST', 'SOFTWARE_UPDATE', 'USER_CHANGE'],
    closure: [...exchanged, 'NO_LONGER_NEEDED'],
    rows: ['R-212', 'R-213', 'R-211'],
  },
  ASK_CUSTOMERS: { ...both, rows: ['R-206', 'R-208'] },
  USE_FEEDBACK: { ...back, rows: ['R-310'] },
  COPY_DATA_REGULARLY: { ...back, rows: ['R-203'] },
  LOOK_AFTER_CUSTOMERS: { ...both, rows: ['R-311'] },
  KEEP_CLOSURE_PAPERS: { ...papers, rows: ['R-031', 'R-034'] },
  CLOSE_THE_BOOKS: { ...papers, rows: ['R-197', 'R-198'] },
  NEW_WAY_TO_BE_PAID: { ...closed, rows: ['R-035', 'R-036'] },
  RULES_STILL_BIND: { ...closed, rows: ['R-037', 'R-038', 'R-039'] },
  LOOK_UP_OLD_SALES: { ...closed, rows: ['R-155'] },
  LATE_ITEMS: { ...closed, rows: ['R-178', 'OQ-12'], clock: 'guaranteeTail' },
  LOOK_AGAIN_LATER: { ...closed, rows: ['R-042'] },
  FOLLOW_THE_INDUSTRY: { ...both, rows: ['R-040'] },
  LEARN_NEW_PAYMENTS: { ...both, rows: ['R-044'] },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
