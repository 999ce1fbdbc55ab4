import type { GuidanceProfile } from '../kinds.ts'

const afterClosing = { phases: ['closing', 'closed'], closure: 'all' } as const

/** Whom to tell, and what for. */
export const tell = {
  TELL_CUSTOMERS_OF_PAUSE: {
    when: 'saleIsOff',
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    rows: ['R-300'],
  },
  TELL_STAFF_OF_PAUSE: {
    when: 'saleIsOff',
    phases: ['beforeApplying', 'suspended'],
    suspension: 'all',
    rows: ['R-103'],
  },
  TELL_CUSTOMERS_OF_RETURN: {
    when: 'saleIsOff',
    phases: ['suspended', 'backInService'],
    suspension: 'all',
    rows: ['R-299', 'OQ-18'],
  },
  TELL_CUSTOMERS_OF_CLOSURE: {
    phases: ['beforeApplying', 'closing'],
    closure: 'all',
    rows: ['R-026', 'C-10'],
  },
  TELL_PARTNERS_OF_CLOSURE: { ...afterClosing, rows: ['R-026', 'R-028'] },
  TELL_FINANCE_STAFF: { ...afterClosing, rows: ['R-176', 'R-177'] },
  TELL_BANK: { ...afterClosing, rows: ['R-176', 'R-178'] },
  TELL_SERVICE_PROVIDER: { ...afterClosing, rows: ['R-176', 'R-215'] },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
