import type { GuidanceProfile } from '../kinds.ts'
import { contract, ownWish } from '../reason-groups.ts'

const beforeClosing = { phases: ['beforeApplying'], closure: 'all' } as const
const beforePause = { phases: ['beforeApplying'], suspension: ownWish } as const
const toReturn = { phases: ['suspended'], suspension: 'all', when: 'applicationIsNeeded' } as const

/** What to have ready before an application goes out. */
export const preparation = {
  NUMBERS_AT_HAND: {
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-145', 'R-146', 'R-147'],
  },
  VALID_LICENCE: {
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-019', 'OQ-03'],
  },
  WEIGH_THE_PAUSE: { ...beforePause, rows: ['R-282'] },
  SAY_FROM_WHEN_TO_WHEN: { ...beforePause, rows: ['R-289', 'C-19'] },
  PAUSE_WITHIN_THE_LAW: { ...beforePause, rows: ['R-304'] },
  FILE_WHERE_REQUIRED: { ...beforePause, rows: ['R-305'] },
  COPY_BEFORE_PAUSE: { ...beforePause, rows: ['R-302'] },
  TIME_TO_ALLOW_FOR_PAUSE: { ...beforePause, rows: ['R-295', 'C-06'], clock: 'reviewDue.suspension' },
  PROTECT_DATA_IN_PAUSE: {
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    rows: ['R-303'],
  },
  OTHER_WAY_TO_BE_PAID: {
    when: 'saleIsOff',
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    rows: ['R-275', 'R-278'],
  },
  DESCRIBE_THE_CAUSE: { ...toReturn, rows: ['R-079'] },
  PROOF_OF_WHAT_WAS_DONE: { ...toReturn, rows: ['R-060', 'R-061'] },
  TIME_TO_ALLOW_FOR_RETURN: {
    ...toReturn,
    rows: ['R-096', 'R-132', 'C-06'],
    clock: 'reviewDue.reinstatement',
  },
  READ_THE_CONTRACT: { ...beforeClosing, rows: ['R-184', 'R-186', 'R-308'] },
  ASK_A_LAWYER: { phases: ['beforeApplying', 'closing'], closure: contract, rows: ['R-187', 'R-188'] },
  COPY_BEFORE_CLOSING: { ...beforeClosing, rows: ['R-151', 'R-155', 'R-156'] },
  FINISH_OPEN_SALES: { ...beforeClosing, rows: ['R-029'] },
  CHECKLIST_FOR_CLOSING: { ...beforeClosing, rows: ['R-231'] },
  TIME_TO_ALLOW_FOR_CLOSING: { ...beforeClosing, rows: ['OQ-02'], clock: 'reviewDue.closure' },
  PACK_ALL_ACCESSORIES: { phases: ['closing'], closure: 'all', rows: ['R-222'] },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
